/** The database that Dapple keeps its tables in, a private one or somebody's own: {@link org.dapple.standalone.db.DatabaseSource}. */
package org.dapple.standalone.db;
