/** Makes and upgrades the database: {@link org.dapple.dbinit.Migrations} applies the SQL beside it. */
package org.dapple.dbinit;
