/** What may be queried: an immutable snapshot of published schemas, tables and columns. */
package org.dapple.adql.catalog;
