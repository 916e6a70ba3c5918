/** Asynchronous jobs as clients see them (UWS 1.1): {@link org.dapple.dali.uws.Job}, {@link org.dapple.dali.uws.JobList} and {@link org.dapple.dali.uws.Phase}. */
package org.dapple.dali.uws;
