/** Shows and repairs how {@code ivoa} follows {@code rucio.dids}: {@link org.dapple.dbinit.sync.PendingReason} and its neighbours. */
package org.dapple.dbinit.sync;
