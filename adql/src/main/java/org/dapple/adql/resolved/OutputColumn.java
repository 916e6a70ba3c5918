package org.dapple.adql.resolved;

import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Column;

/**
 * A column of a result.
 *
 * @param name unique in its result, whatever the case
 * @param arraysize as in VOTable; null for a scalar. Null too are xtype, unit, ucd, utype and description when there is none
 */
public record OutputColumn(
        String name,
        AdqlType type,
        String arraysize,
        String xtype,
        String unit,
        String ucd,
        String utype,
        String description) {

    /** A published column under the given name. */
    public static OutputColumn of(String name, Column column) {
        return new OutputColumn(
                name,
                column.type(),
                column.arraysize(),
                column.xtype(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description());
    }

    /** The same under another name. */
    public OutputColumn named(String otherName) {
        return new OutputColumn(otherName, type, arraysize, xtype, unit, ucd, utype, description);
    }

    /** The same with another type. */
    public OutputColumn typed(AdqlType otherType) {
        return new OutputColumn(name, otherType, arraysize, xtype, unit, ucd, utype, description);
    }
}
