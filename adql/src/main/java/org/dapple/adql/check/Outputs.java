package org.dapple.adql.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.CheckedSelect.Output;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.OutputColumn;
import org.dapple.adql.resolved.Value;

/**
 * Collects the columns of a SELECT and names them: by alias, by column, by function, else {@code col_3} for the third; a name that is
 * taken gets {@code _2}.
 */
final class Outputs {
    private static final int LONGEST = 63;

    private final List<Output> outputs = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /** A column of {@code *}. */
    void add(Relation.Member member) {
        add(member.value(), member.column(), member.name());
    }

    /**
     * An item of the select list.
     *
     * @param name its alias, or the column's name where it is a column
     */
    void add(Value value, Optional<Identifier> name) {
        name.ifPresent(Outputs::checkLength);
        OutputColumn column = value instanceof Value.ColumnValue plain ? plain.column() : computed(value);
        add(value, column, name.map(Identifier::text).orElse(column.name()));
    }

    List<Output> list() {
        return outputs;
    }

    /** A column of which only the type is known. */
    static OutputColumn column(String name, AdqlType type) {
        return new OutputColumn(name, type, arraysize(type), xtype(type), null, null, null, null, null);
    }

    private void add(Value value, OutputColumn column, String name) {
        Value typed = value.type() == AdqlType.UNKNOWN ? value : Types.as(column.type(), value);
        outputs.add(new Output(typed, column.named(unique(name))));
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    private OutputColumn computed(Value value) {
        OutputColumn column = column(name(value), value.type());
        return new OutputColumn(
                column.name(),
                column.type(),
                column.arraysize(),
                column.xtype(),
                ValueUnits.of(value).orElse(null),
                null,
                null,
                null,
                null);
    }

    private String name(Value value) {
        if (value instanceof Value.Call call) {
            return call.function().name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Value.Aggregate aggregate) {
            return aggregate.function().name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Value.Polygon) {
            return "polygon";
        }
        if (value instanceof Value.Coalesce) {
            return "coalesce";
        }
        if (value instanceof Value.Truth truth) {
            return Metadata.isHas(truth.condition())
                    ? Metadata.HAS.toLowerCase(Locale.ROOT)
                    : truth.condition() instanceof Condition.Contains ? "contains" : "intersects";
        }
        if (value instanceof Value.InUnit) {
            return "in_unit";
        }
        return "col_" + (outputs.size() + 1);
    }

    private static String arraysize(AdqlType type) {
        return switch (type) {
            case POINT -> "2";
            case CIRCLE -> "3";
            case CHAR, VARCHAR, CLOB, TIMESTAMP, REGION, POLYGON, JSON, UNKNOWN -> "*";
            default -> type.isArray() ? "*" : null;
        };
    }

    private static String xtype(AdqlType type) {
        return switch (type) {
            case POINT -> "point";
            case CIRCLE -> "circle";
            case POLYGON -> "polygon";
            case TIMESTAMP -> "timestamp";
            case JSON -> "json";
            default -> null;
        };
    }

    /** PostgreSQL would cut a longer name, and two could become one. */
    private static void checkLength(Identifier alias) {
        if (alias.text().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw Faults.limit(alias.text(), alias.position(), "The name is longer than %d bytes".formatted(LONGEST));
        }
    }
}
