/** A PostgreSQL cluster of Dapple's own: found, made, started and stopped through {@link PrivatePostgres}. */
package org.dapple.embedded.postgres;
