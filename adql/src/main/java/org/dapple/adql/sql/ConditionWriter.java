package org.dapple.adql.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/** Writes conditions. */
final class ConditionWriter {
    private final ValueWriter values;
    private final SearchWriter searches;
    private final QueryWriter queries;

    ConditionWriter(ValueWriter values, ShapeWriter shapes, QueryWriter queries) {
        this.values = values;
        this.searches = new SearchWriter(values, shapes);
        this.queries = queries;
    }

    /** A condition that selects rows: what is not true need not be false, which is what lets an index serve. */
    String search(Condition condition) {
        return write(condition, false);
    }

    /** A condition of which all three values matter, because it is negated or looked at. */
    String exactly(Condition condition) {
        return write(condition, true);
    }

    private String write(Condition condition, boolean exact) {
        if (condition instanceof Condition.And and) {
            return join(and.conditions(), " AND ", exact);
        }
        if (condition instanceof Condition.Or or) {
            return join(or.conditions(), " OR ", exact);
        }
        if (condition instanceof Condition.Not not) {
            return "NOT (" + exactly(not.condition()) + ")";
        }
        if (condition instanceof Condition.Contains contains) {
            return searches.contains(contains, exact);
        }
        if (condition instanceof Condition.Intersects intersects) {
            return searches.intersects(intersects, exact);
        }
        if (condition instanceof Condition.HasMetadata has) {
            return metadata(has, exact);
        }
        if (condition instanceof Condition.Indexed indexed) {
            return indexed(indexed, exact);
        }
        return test(condition);
    }

    private String metadata(Condition.HasMetadata has, boolean exact) {
        String test = values.typed(has.data()) + " @@ ivoa.metadata_has(" + values.typed(has.key()) + ", "
                + values.typed(has.value()) + ")";
        return exact ? "coalesce(" + test + ", false)" : test;
    }

    /** Where "no" must be told from "unknown", the condition itself has to do. */
    private String indexed(Condition.Indexed indexed, boolean exact) {
        String itself = write(indexed.condition(), exact);
        return exact ? itself : "((" + join(indexed.needed(), " OR ", false) + ") AND " + itself + ")";
    }

    private String test(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            String sign = " " + comparison.operator().sign() + " ";
            return values.write(comparison.left()) + sign + values.write(comparison.right());
        }
        if (condition instanceof Condition.Between between) {
            return values.write(between.value()) + not(between.negated()) + " BETWEEN " + values.write(between.low())
                    + " AND " + values.write(between.high());
        }
        if (condition instanceof Condition.InList in) {
            String list = in.values().stream().map(values::write).collect(Collectors.joining(", "));
            return values.write(in.value()) + not(in.negated()) + " IN (" + list + ")";
        }
        if (condition instanceof Condition.InQuery in) {
            return values.write(in.value()) + not(in.negated()) + " IN (" + queries.subquery(in.query()) + ")";
        }
        if (condition instanceof Condition.Exists exists) {
            return "EXISTS (" + queries.subquery(exists.query()) + ")";
        }
        return ofOneValue(condition);
    }

    private String ofOneValue(Condition condition) {
        if (condition instanceof Condition.Like like) {
            return like(like);
        }
        if (condition instanceof Condition.IsNull isNull) {
            return values.typed(isNull.value()) + " IS" + not(isNull.negated()) + " NULL";
        }
        if (condition instanceof Condition.IsTrue isTrue) {
            return values.write(isTrue.value());
        }
        return searches.near((Condition.Near) condition);
    }

    /** ADQL has no escape character: a backslash in a pattern is a backslash. */
    private String like(Condition.Like like) {
        String operator = like.ignoreCase() ? " ILIKE " : " LIKE ";
        return values.typed(like.value())
                + not(like.negated())
                + operator
                + values.typed(like.pattern())
                + escape(like.pattern());
    }

    private static String escape(Value pattern) {
        boolean plain = pattern instanceof Value.Constant constant
                && constant.text() != null
                && constant.text().indexOf('\\') < 0;
        return plain ? "" : " ESCAPE ''";
    }

    private String join(List<Condition> conditions, String operator, boolean exact) {
        return conditions.stream().map(part -> part(part, exact)).collect(Collectors.joining(operator));
    }

    private String part(Condition condition, boolean exact) {
        boolean compound = condition instanceof Condition.And || condition instanceof Condition.Or;
        return compound ? "(" + write(condition, exact) + ")" : write(condition, exact);
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }
}
