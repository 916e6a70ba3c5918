/** From the text of a query to the SQL that answers it, remembered: {@link org.dapple.tap.compile.CompiledQueries}. */
package org.dapple.tap.compile;
