/** What is measured: a filled database and a server process of its own, {@link org.dapple.bench.lab.BenchDatabase} and {@link org.dapple.bench.lab.ServerProcess}. */
package org.dapple.bench.lab;
