/** Asynchronous jobs (UWS 1.1): {@link org.dapple.tap.job.JobService} for their clients, {@link org.dapple.tap.job.JobPulse} for running them. */
package org.dapple.tap.job;
