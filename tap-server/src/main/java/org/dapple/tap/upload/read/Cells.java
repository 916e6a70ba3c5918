package org.dapple.tap.upload.read;

import java.util.function.Function;
import org.dapple.adql.catalog.Column;

/**
 * A column and how its values, which are of STIL's classes, become those of a {@link TableTarget}.
 *
 * @param conversion of a value that is not null, to null where it means none; an IllegalArgumentException says what is wrong
 */
record Cells(Column column, Function<Object, Object> conversion) {

    Object convert(Object value) {
        return conversion.apply(value);
    }
}
