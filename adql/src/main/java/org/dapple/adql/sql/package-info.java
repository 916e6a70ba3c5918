/** From the resolved tree to PostgreSQL SQL with pgSphere. */
package org.dapple.adql.sql;
