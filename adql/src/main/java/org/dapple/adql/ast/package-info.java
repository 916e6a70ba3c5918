/** The located syntax tree of an ADQL query: what was written and where, before any name has a meaning. */
package org.dapple.adql.ast;
