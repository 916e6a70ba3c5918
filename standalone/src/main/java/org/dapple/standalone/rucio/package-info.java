/** Asks a Rucio server which DIDs there are: {@link org.dapple.standalone.rucio.RucioServer}. */
package org.dapple.standalone.rucio;
