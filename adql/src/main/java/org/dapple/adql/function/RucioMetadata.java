package org.dapple.adql.function;

import java.util.List;
import org.dapple.adql.catalog.AdqlType;

/** The functions that ask for any key of the metadata that Rucio keeps of a DID. */
public final class RucioMetadata {
    /** The value of a key as text. */
    public static final String TEXT = "RUCIO_META";

    /** Whether a key has a value; the translator writes it, because an index can answer it. */
    public static final String HAS = "RUCIO_META_HAS";

    static final List<UserDefined> ALL = List.of(
            UserDefined.row(
                    "rucio_meta(data JSON, key TEXT) -> TEXT",
                    "The value of a key of rucio.dids.data as text, NULL where there is none. A dot in the key leads into a nested"
                            + " object, a number after it into a list, from 0. Equality with a literal is found by index.",
                    AdqlType.VARCHAR,
                    "($1 #>> string_to_array($2, '.'))",
                    Parameter.JSON,
                    Parameter.TEXT),
            UserDefined.row(
                    "rucio_meta_number(data JSON, key TEXT) -> DOUBLE",
                    "The value of a key of rucio.dids.data as a number, NULL where there is none or where it is neither a number nor"
                            + " text that is one.",
                    AdqlType.DOUBLE,
                    "ivoa.metadata_number($1, $2)",
                    Parameter.JSON,
                    Parameter.TEXT),
            UserDefined.row(
                    "rucio_meta_has(data JSON, key TEXT, value TEXT) -> INTEGER",
                    "1 if a key of rucio.dids.data has the value, or is a list that has it, else 0; found by index. A text that is a"
                            + " number, true or false also finds these.",
                    AdqlType.INTEGER,
                    "",
                    Parameter.JSON,
                    Parameter.TEXT,
                    Parameter.TEXT));

    private RucioMetadata() {}
}
