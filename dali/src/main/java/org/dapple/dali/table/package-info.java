/** Rows on their way from a source to a client, whatever the source and whatever the format: {@link org.dapple.dali.table.RowStream}. */
package org.dapple.dali.table;
