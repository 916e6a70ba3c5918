/** What the doors without a query language ask for: a syntax tree that joins the way of a query after the parser, {@link org.dapple.tap.search.Search}. */
package org.dapple.tap.search;
