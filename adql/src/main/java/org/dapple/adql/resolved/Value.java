package org.dapple.adql.resolved;

import java.math.BigDecimal;
import java.util.List;
import org.dapple.adql.ast.ArithmeticOperator;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.function.Signature;

/** A typed expression. Two values that are equal are the same expression, wherever they were written. */
public sealed interface Value {
    AdqlType type();

    /**
     * A literal.
     *
     * @param text a number in decimal digits with its sign, a text, {@code true} or {@code false}, an ISO 8601 time; null for NULL
     */
    record Constant(AdqlType type, String text) implements Value {}

    /**
     * A column of a table, a derived table or a common table.
     *
     * @param column its metadata; the name is the one PostgreSQL knows
     */
    record ColumnValue(Range range, OutputColumn column) implements Value {
        @Override
        public AdqlType type() {
            return column.type();
        }
    }

    /** A function of one row. */
    record Call(Signature function, List<Value> arguments) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public AdqlType type() {
            return function.result();
        }
    }

    /** The first argument that is not NULL. */
    record Coalesce(AdqlType type, List<Value> values) implements Value {
        public Coalesce {
            values = List.copyOf(values);
        }
    }

    /** A polygon by its corners, in order, not closed. */
    record Polygon(List<Value> corners) implements Value {
        public Polygon {
            corners = List.copyOf(corners);
        }

        @Override
        public AdqlType type() {
            return AdqlType.POLYGON;
        }
    }

    /** A number multiplied so that it is in another unit. */
    record InUnit(Value value, double factor, String unit) implements Value {
        @Override
        public AdqlType type() {
            return AdqlType.DOUBLE;
        }
    }

    /**
     * Shapes together.
     *
     * @param text as it was written, STC-S
     */
    record Union(List<Value> shapes, String text) implements Value {
        public Union {
            shapes = List.copyOf(shapes);
        }

        @Override
        public AdqlType type() {
            return AdqlType.REGION;
        }
    }

    /**
     * What lies between two meridians, eastwards from the first, and two parallels, in degrees; all around the sky when the meridians are
     * 360 degrees apart.
     */
    record SkyRange(BigDecimal west, BigDecimal east, BigDecimal south, BigDecimal north) implements Value {
        private static final BigDecimal CIRCLE = BigDecimal.valueOf(360);

        @Override
        public AdqlType type() {
            return AdqlType.REGION;
        }

        /** Whether it has no meridians for borders. */
        public boolean isBand() {
            return east.subtract(west).compareTo(CIRCLE) >= 0;
        }

        /** From the first meridian eastwards to the second, in degrees, up to 360. */
        public double width() {
            return isBand() ? 360 : (east.subtract(west).doubleValue() + 720) % 360;
        }
    }

    /** A condition as a number: 1 where it holds, 0 where not. */
    record Truth(Condition condition) implements Value {
        @Override
        public AdqlType type() {
            return AdqlType.INTEGER;
        }
    }

    /** A function of many rows; without an argument, the number of rows. */
    record Aggregate(AggregateFunction function, boolean distinct, List<Value> arguments, AdqlType type)
            implements Value {
        public Aggregate {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A value converted to another type.
     *
     * @param length of CHAR(n) and VARCHAR(n); 0 for no limit
     */
    record Cast(Value value, AdqlType type, int length) implements Value {}

    /** Arithmetic, or concatenation. */
    record Arithmetic(ArithmeticOperator operator, Value left, Value right, AdqlType type) implements Value {}

    /** The negative of a number. */
    record Negative(Value value) implements Value {
        @Override
        public AdqlType type() {
            return value.type();
        }
    }

    /** The single value of a query of one column. */
    record ScalarQuery(CheckedQuery query) implements Value {
        @Override
        public AdqlType type() {
            return query.columns().get(0).type();
        }
    }
}
