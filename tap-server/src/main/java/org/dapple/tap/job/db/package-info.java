/** Jobs as rows of schema uws: {@link org.dapple.tap.job.db.JobStore} for clients, {@link org.dapple.tap.job.db.JobQueue} for workers, {@link org.dapple.tap.job.db.JobNotices} for those who wait. */
package org.dapple.tap.job.db;
