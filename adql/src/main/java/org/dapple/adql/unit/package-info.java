/** Units of measurement as VOUnits 1.1 writes them, and the factors between them. */
package org.dapple.adql.unit;
