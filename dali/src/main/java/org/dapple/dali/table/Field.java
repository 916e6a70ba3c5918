package org.dapple.dali.table;

import java.util.Objects;

/**
 * One column of a result as VOTable describes it (VOTable 1.4 §4.1); attributes that do not apply are null.
 *
 * @param name column name, unique in the result, not empty
 * @param wireType how the cells lie in a tuple
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
}
