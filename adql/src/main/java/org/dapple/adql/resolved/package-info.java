/** The resolved tree of an ADQL query: every name bound, every expression typed, nothing left to fail. */
package org.dapple.adql.resolved;
