/** What the triggers on {@code rucio.dids} cost those who write, beside writing without them: {@link org.dapple.bench.sync.SyncCommand}. */
package org.dapple.bench.sync;
