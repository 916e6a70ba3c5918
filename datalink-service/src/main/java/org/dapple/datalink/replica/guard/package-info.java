/** Keeps answering when a catalogue does not: {@link org.dapple.datalink.replica.guard.GuardedCatalogue} and {@link org.dapple.datalink.replica.guard.CachedCatalogue}. */
package org.dapple.datalink.replica.guard;
