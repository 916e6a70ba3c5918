/** What the service takes for a task, as a ratio to what PostgreSQL alone takes for it: {@link org.dapple.bench.ratio.RatiosCommand}. */
package org.dapple.bench.ratio;
