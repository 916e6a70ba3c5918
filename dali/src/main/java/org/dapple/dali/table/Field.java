package org.dapple.dali.table;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One column of a result as VOTable describes it (VOTable 1.4 §4.1); attributes that do not apply are null.
 *
 * @param name column name, unique in the result, not empty
 * @param wireType how the cells lie in a tuple, or the elements of cells that are arrays: see {@link #holdsArrays()}
 * @param datatype VOTable datatype, such as {@code double} or {@code char}
 * @param arraysize VOTable arraysize, such as {@code *}, or null for a scalar
 * @param xtype DALI extended type, such as {@code timestamp}
 * @param unit unit in VOUnits
 * @param ucd UCD1+ term
 * @param utype data model role
 * @param description one sentence for a reader
 */
public record Field(
        String name,
        WireType wireType,
        String datatype,
        String arraysize,
        String xtype,
        String unit,
        String ucd,
        String utype,
        String description) {

    public Field {
        Objects.requireNonNull(name);
        Objects.requireNonNull(wireType);
        Objects.requireNonNull(datatype);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a field has a name");
        }
    }

    /** Whether the cells are arrays of values of the wire type, as {@link WireArray} reads them; texts and timestamps never are. */
    public boolean holdsArrays() {
        return arraysize != null && (wireType.isNumber() || wireType == WireType.BOOLEAN);
    }

    /** Whether the cells are single numbers. */
    public boolean holdsNumbers() {
        return wireType.isNumber() && arraysize == null;
    }

    /** Elements of each array, where the arraysize fixes their number: the product of its dimensions. */
    public OptionalInt arrayLength() {
        if (!holdsArrays() || arraysize.endsWith("*")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                Arrays.stream(arraysize.split("x")).mapToInt(Integer::parseInt).reduce(1, Math::multiplyExact));
    }

    /** The same column with another UCD, or none. */
    public Field withUcd(String other) {
        return new Field(name, wireType, datatype, arraysize, xtype, unit, other, utype, description);
    }

    /** One element, if this is an array. */
    public Field element() {
        return new Field(name, wireType, datatype, null, xtype, unit, ucd, utype, description);
    }
}
