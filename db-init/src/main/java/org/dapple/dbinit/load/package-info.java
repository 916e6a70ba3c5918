/** Loads files of metadata: {@link org.dapple.dbinit.load.NdjsonLoader} reads one DID a line. */
package org.dapple.dbinit.load;
