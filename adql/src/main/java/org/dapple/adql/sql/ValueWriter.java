package org.dapple.adql.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.function.Functions;
import org.dapple.adql.resolved.AggregateFunction;
import org.dapple.adql.resolved.CheckedSelect;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/** Writes values; each comes out as an operand that needs no further parentheses. */
final class ValueWriter {
    private final QueryWriter queries;
    private final ShapeWriter shapes;
    private final DaliText dali;
    private final ConditionWriter conditions;

    ValueWriter(QueryWriter queries) {
        this.queries = queries;
        this.shapes = new ShapeWriter(this);
        this.dali = new DaliText(this, shapes);
        this.conditions = new ConditionWriter(this, shapes, queries);
    }

    String condition(Condition condition) {
        return conditions.search(condition);
    }

    String write(Value value) {
        if (value instanceof Value.ColumnValue column) {
            return column(column);
        }
        if (value instanceof Value.Constant constant) {
            return constant(constant);
        }
        if (value instanceof Value.Arithmetic arithmetic) {
            String sign = " " + arithmetic.operator().sign() + " ";
            return "(" + write(arithmetic.left()) + sign + write(arithmetic.right()) + ")";
        }
        if (value instanceof Value.Call call) {
            return call.function().sql().isEmpty()
                    ? shapes.write(call)
                    : call.function().apply(each(call.arguments()));
        }
        if (value instanceof Value.Polygon) {
            return shapes.write(value);
        }
        if (value instanceof Value.Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (value instanceof Value.Cast cast) {
            return cast(cast);
        }
        if (value instanceof Value.InUnit converted) {
            return "(" + write(converted.value()) + " * " + converted.factor() + "::float8)";
        }
        if (value instanceof Value.Union union) {
            return Quoting.text(union.text()) + "::text";
        }
        if (value instanceof Value.SkyRange range) {
            return Quoting.text(DaliText.of(range)) + "::text";
        }
        if (value instanceof Value.Coalesce coalesce) {
            return "coalesce(" + String.join(", ", each(coalesce.values())) + ")";
        }
        if (value instanceof Value.Negative negative) {
            return "(- " + write(negative.value()) + ")";
        }
        if (value instanceof Value.Truth truth) {
            return "(" + conditions.exactly(truth.condition()) + ")::int4";
        }
        return "(" + queries.subquery(((Value.ScalarQuery) value).query()) + ")";
    }

    /** A value whose type PostgreSQL cannot mistake: a bare text literal has none. */
    String typed(Value value) {
        boolean bare = value instanceof Value.Constant constant
                && (constant.type().isText() || constant.type() == AdqlType.UNKNOWN);
        return bare ? write(value) + "::text" : write(value);
    }

    /** A column of the result, in exactly the type it is promised in, geometries as DALI text. */
    String result(CheckedSelect.Output output) {
        return switch (output.column().type()) {
            case POINT, CIRCLE, POLYGON -> dali.write(output.value());
            case JSON -> cast(write(output.value()), "text");
            default -> cast(write(output.value()), output.column().type().postgres());
        };
    }

    private static String cast(String operand, String type) {
        return operand.endsWith("::" + type) ? operand : operand + "::" + type;
    }

    static String column(Value.ColumnValue column) {
        return column(column, column.column().name());
    }

    /** Another column of the same table. */
    static String column(Value.ColumnValue beside, String name) {
        return Quoting.name(beside.range().alias()) + "." + Quoting.name(name);
    }

    private List<String> each(List<Value> values) {
        return values.stream().map(this::typed).collect(Collectors.toList());
    }

    private static String constant(Value.Constant constant) {
        if (constant.text() == null) {
            return "NULL";
        }
        return switch (constant.type()) {
            case INTEGER, BIGINT, SMALLINT -> signed(constant.text());
            case REAL, DOUBLE -> signed(constant.text() + "::float8");
            case BOOLEAN -> constant.text();
            case TIMESTAMP -> Quoting.text(constant.text()) + "::timestamp";
            default -> Quoting.text(constant.text());
        };
    }

    /** A negative number in parentheses, so that no two minus signs can meet and begin a comment. */
    private static String signed(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private String aggregate(Value.Aggregate aggregate) {
        if (aggregate.function() == AggregateFunction.IVO_HISTOGRAM) {
            return Functions.named(aggregate.function().name()).get(0).apply(each(aggregate.arguments()));
        }
        String arguments = aggregate.arguments().isEmpty() ? "*" : String.join(", ", each(aggregate.arguments()));
        String call =
                aggregate.function().postgres() + "(" + (aggregate.distinct() ? "DISTINCT " : "") + arguments + ")";
        boolean converts =
                aggregate.function() == AggregateFunction.SUM || aggregate.function() == AggregateFunction.AVG;
        return converts ? call + "::" + aggregate.type().postgres() : call;
    }

    private String cast(Value.Cast cast) {
        if (cast.type().isGeometry() && cast.value().type() != AdqlType.UNKNOWN) {
            return DaliNumbers.shape(cast.type(), typed(cast.value()));
        }
        String value = write(cast.value());
        if (cast.type().isText() && cast.value().type() == AdqlType.TIMESTAMP) {
            value = "replace(" + value + "::text, ' ', 'T')";
        }
        if (cast.length() == 0) {
            return value + "::" + cast.type().postgres();
        }
        // PostgreSQL forgets the blanks of its own char(n) as soon as anything is done with it.
        return cast.type() == AdqlType.CHAR
                ? "rpad(" + value + "::text, " + cast.length() + ")"
                : value + "::varchar(" + cast.length() + ")";
    }
}
