package org.dapple.adql.resolved;

import java.util.Objects;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.Table;

/**
 * A column of a result.
 *
 * @param name unique in its result, whatever the case
 * @param arraysize as in VOTable; null for a scalar. Null too are xtype, unit, ucd, utype and description when there is none
 * @param origin where its values are taken from; null for what is computed, or taken from several columns
 */
public record OutputColumn(
        String name,
        AdqlType type,
        String arraysize,
        String xtype,
        String unit,
        String ucd,
        String utype,
        String description,
        ColumnOrigin origin) {

    /** A column of a table. */
    public static OutputColumn of(Table table, Column column) {
        return new OutputColumn(
                column.name(),
                column.type(),
                column.arraysize(),
                column.xtype(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description(),
                new ColumnOrigin(table.schema(), table.name(), column.name()));
    }

    /** Whether the arrays of both have the same arraysize. */
    public boolean isShapedLike(OutputColumn other) {
        return Objects.equals(arraysize, other.arraysize);
    }

    /** The same under another name. */
    public OutputColumn named(String otherName) {
        return new OutputColumn(otherName, type, arraysize, xtype, unit, ucd, utype, description, origin);
    }

    /** What is said of it that can also be said of a column whose values stand below its own. */
    public OutputColumn sharedWith(OutputColumn other) {
        return new OutputColumn(
                name,
                type,
                arraysize,
                xtype,
                Objects.equals(unit, other.unit) ? unit : null,
                Objects.equals(ucd, other.ucd) ? ucd : null,
                Objects.equals(utype, other.utype) ? utype : null,
                Objects.equals(description, other.description) ? description : null,
                Objects.equals(origin, other.origin) ? origin : null);
    }

    /** The same with another type. */
    public OutputColumn typed(AdqlType otherType) {
        return new OutputColumn(name, otherType, arraysize, xtype, unit, ucd, utype, description, origin);
    }
}
