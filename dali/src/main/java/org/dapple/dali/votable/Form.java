package org.dapple.dali.votable;

import java.util.List;
import java.util.Optional;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;
import org.dapple.dali.table.WireType;
import org.dapple.dali.xml.XmlOutput;

/** The three forms of the rows in a VOTable (VOTable 1.4 §5), and how each wants its fields declared. */
enum Form {
    /** XML elements. */
    TABLEDATA {
        @Override
        Field declared(Field field) {
            return field;
        }

        @Override
        Serialization serialization(List<Field> fields, XmlOutput xml) {
            return new TableData(fields, xml);
        }
    },
    /** Base64 of the bytes of the rows, where some value of each type stands for NULL. */
    BINARY {
        @Override
        boolean hasNullValue(Field field) {
            return true;
        }

        @Override
        Serialization serialization(List<Field> fields, XmlOutput xml) {
            return new Binary(name(), false, fields, xml);
        }
    },
    /** Base64 of the bytes of the rows, each behind a mask of its NULLs. */
    BINARY2 {
        @Override
        Serialization serialization(List<Field> fields, XmlOutput xml) {
            return new Binary(name(), true, fields, xml);
        }
    };

    /**
     * A field as it is declared for these rows. In binary forms text is unicodeChar, though it costs two bytes a
     * character: the bytes of a char are ASCII until VOTable 1.5, and astropy rejects the whole table for a single other
     * one. A bounded variable arraysize such as {@code 64*} becomes {@code *}, since astropy before 7.1 takes the bound
     * for a fixed length; and so does {@code 2x*}, of which readers disagree whether its number counts elements or pairs.
     */
    Field declared(Field field) {
        boolean text = field.wireType() == WireType.TEXT && !field.datatype().equals("double");
        if (!text && !field.holdsArrays()) {
            return field;
        }
        boolean variable = field.arraysize() != null && field.arraysize().endsWith("*");
        return new Field(
                field.name(),
                field.wireType(),
                text ? "unicodeChar" : field.datatype(),
                variable ? "*" : field.arraysize(),
                field.xtype(),
                field.unit(),
                field.ucd(),
                field.utype(),
                field.description());
    }

    /** Whether some value stands for NULL, where the type has no other way to tell it: in all forms that is so of elements of arrays. */
    boolean hasNullValue(Field field) {
        return field.holdsArrays();
    }

    /** What is declared to stand for NULL in a column, if anything needs to be declared. */
    Optional<IntegerNull> nullValue(Field field) {
        return hasNullValue(field) ? IntegerNull.of(field.wireType()) : Optional.empty();
    }

    /** The rows as this form can tell them. */
    RowStream source(RowStream rows) {
        boolean tellsAll = rows.fields().stream().noneMatch(field -> field.holdsArrays() || hasNullValue(field));
        return tellsAll ? rows : new UnmistakableRows(rows, this);
    }

    /** What writes the rows of one result. */
    abstract Serialization serialization(List<Field> fields, XmlOutput xml);
}
