package org.dapple.dali.votable;

import java.util.List;
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
        String nullValue(Field field) {
            return IntegerNull.of(field.wireType())
                    .map(IntegerNull::value)
                    .map(String::valueOf)
                    .orElse(null);
        }

        @Override
        RowStream source(RowStream rows) {
            return new UnmistakableRows(rows);
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
     * for a fixed length.
     */
    Field declared(Field field) {
        if (field.wireType() != WireType.TEXT || field.datatype().equals("double")) {
            return field;
        }
        boolean variable = field.arraysize() != null && field.arraysize().endsWith("*");
        return new Field(
                field.name(),
                field.wireType(),
                "unicodeChar",
                variable ? "*" : field.arraysize(),
                field.xtype(),
                field.unit(),
                field.ucd(),
                field.utype(),
                field.description());
    }

    /** What is declared to stand for NULL in a column, or null where nothing needs to be declared. */
    String nullValue(Field field) {
        return null;
    }

    /** The rows as this form can tell them. */
    RowStream source(RowStream rows) {
        return rows;
    }

    /** What writes the rows of one result. */
    abstract Serialization serialization(List<Field> fields, XmlOutput xml);
}
