/** What the service survives, tried on real processes that are killed and clients that are slow: {@link org.dapple.bench.soak.SoakCommand}. */
package org.dapple.bench.soak;
