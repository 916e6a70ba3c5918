/** JMH benchmarks, each of a claim in docs/benchmarks.md. */
package org.dapple.bench;
