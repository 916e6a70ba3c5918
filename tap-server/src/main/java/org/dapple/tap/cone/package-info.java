/** Cone Search 1.03: from RA, DEC, SR and VERB to a query, {@link org.dapple.tap.cone.ConeSearch}. */
package org.dapple.tap.cone;
