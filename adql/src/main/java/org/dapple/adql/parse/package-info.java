/** From ADQL text to the syntax tree and back. */
package org.dapple.adql.parse;
