/** The functions of ADQL in one table: what each takes, gives and is in SQL. */
package org.dapple.adql.function;
