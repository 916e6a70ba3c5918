/** Writes metadata as Rucio does: {@link org.dapple.dbinit.rucio.DidWriter} upserts into {@code rucio.dids}. */
package org.dapple.dbinit.rucio;
