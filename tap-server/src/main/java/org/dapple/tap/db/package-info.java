/** The one place where the service talks to PostgreSQL: {@link org.dapple.tap.db.Database} reads rows and the catalogue. */
package org.dapple.tap.db;
