package org.dapple.adql.check;

import java.util.Map;
import org.dapple.adql.Nearest;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Value;

/** CAST (ADQL 2.1 §4.8): between numbers and text either way, between text and time either way. CHAR is CHAR(1), as in SQL-92 §6.1. */
final class Casts {
    private static final int LONGEST = 10_485_760;

    private static final Map<String, AdqlType> TARGETS = Map.of(
            "SMALLINT", AdqlType.SMALLINT,
            "INTEGER", AdqlType.INTEGER,
            "INT", AdqlType.INTEGER,
            "BIGINT", AdqlType.BIGINT,
            "REAL", AdqlType.REAL,
            "DOUBLE PRECISION", AdqlType.DOUBLE,
            "DOUBLE", AdqlType.DOUBLE,
            "CHAR", AdqlType.CHAR,
            "VARCHAR", AdqlType.VARCHAR,
            "TIMESTAMP", AdqlType.TIMESTAMP);

    /** Those that are made of DALI text. */
    private static final Map<String, AdqlType> SHAPES =
            Map.of("POINT", AdqlType.POINT, "CIRCLE", AdqlType.CIRCLE, "POLYGON", AdqlType.POLYGON);

    private Casts() {}

    static Value cast(Expression.Cast cast, Value value) {
        Expression.TypeName name = cast.type();
        AdqlType target = TARGETS.getOrDefault(name.name(), SHAPES.get(name.name()));
        if (target == null) {
            throw Faults.unknown(
                    "type",
                    name.name(),
                    name.position(),
                    Nearest.all(name.name(), TARGETS.keySet()),
                    "CAST makes SMALLINT, INTEGER, BIGINT, REAL, DOUBLE PRECISION, CHAR, VARCHAR, TIMESTAMP, POINT, CIRCLE or POLYGON");
        }
        if (target.isGeometry()
                && value instanceof Value.Constant text
                && text.text() != null
                && text.type().isText()) {
            return shape(cast, target, text.text());
        }
        if (target.isGeometry() && value.type() == target) {
            return value;
        }
        if (!isPossible(value.type(), target)) {
            throw Faults.type(
                    "CAST",
                    cast.position(),
                    "CAST cannot make %s of %s".formatted(Types.words(target), Types.words(value.type())));
        }
        if (name.length() > LONGEST || (name.length() > 0 && !target.isText())) {
            throw Faults.type(
                    name.name(), name.position(), "%s takes no length of %d".formatted(name.name(), name.length()));
        }
        int length = target == AdqlType.CHAR && name.length() == 0 ? 1 : name.length();
        return new Value.Cast(value, target, length);
    }

    /** A shape whose text is known is read here and now. */
    private static Value shape(Expression.Cast cast, AdqlType target, String text) {
        Value shape = RegionText.read(Expression.Call.of("CAST").at(cast.position()), text);
        if (shape.type() != target) {
            throw Faults.type(
                    "CAST",
                    cast.position(),
                    "CAST was to make a %s, and '%s' is a %s".formatted(target, text, shape.type()));
        }
        return shape;
    }

    private static boolean isPossible(AdqlType from, AdqlType to) {
        if (from == AdqlType.UNKNOWN) {
            return true;
        }
        if (Types.isTextual(from)) {
            return true;
        }
        if (to.isText()) {
            return from.isNumeric() || from == AdqlType.TIMESTAMP || from == AdqlType.BOOLEAN || from == AdqlType.JSON;
        }
        return from == to || (from.isNumeric() && to.isNumeric());
    }
}
