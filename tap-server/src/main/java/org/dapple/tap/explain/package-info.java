/** What would become of a query, without running it: {@link org.dapple.tap.explain.ExplainService}. */
package org.dapple.tap.explain;
