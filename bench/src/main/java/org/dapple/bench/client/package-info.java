/** What measures: a bare HTTP client, and PostgreSQL's own programs, {@link org.dapple.bench.client.TapConnection} and {@link org.dapple.bench.client.PgProgram}. */
package org.dapple.bench.client;
