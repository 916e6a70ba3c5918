/** From the syntax tree to the resolved tree: names looked up, types found, rules of ADQL enforced. */
package org.dapple.adql.check;
