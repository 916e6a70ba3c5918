package org.dapple.adql.check;

import java.util.List;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.AggregateFunction;
import org.dapple.adql.resolved.Value;
import org.dapple.adql.resolved.Value.Constant;

/** Checks {@code ivo_histogram(val, lower, upper, nbins)} of the IVOA's catalogue: limits and bins are the same for all rows of a group. */
final class Histograms {
    private static final String NAME = AggregateFunction.IVO_HISTOGRAM.name();
    private static final int MOST_BINS = 100_000;

    private Histograms() {}

    /** @param ofColumn whether a column of the query's own tables is among the arguments */
    static Value of(Expression.Call call, List<Value> arguments, boolean ofColumn) {
        require(
                arguments.size() == 4 && !call.arguments().distinct(),
                call,
                "IVO_HISTOGRAM takes a value, the limits below and above, and the number of bins");
        AdqlType type = arguments.get(0).type();
        require(Types.isNumber(type), call, "IVO_HISTOGRAM counts numbers, and this is " + Types.words(type));
        require(ofColumn, call, "IVO_HISTOGRAM counts the values of a column, and none is used in the first argument");
        double lower = number(call, arguments.get(1));
        double upper = number(call, arguments.get(2));
        double bins = number(call, arguments.get(3));
        require(
                arguments.get(3).type().isInteger() && bins >= 1 && bins <= MOST_BINS,
                call,
                "IVO_HISTOGRAM has from 1 to %,d bins, and here %s".formatted(MOST_BINS, text(arguments.get(3))));
        require(
                lower < upper,
                call,
                "IVO_HISTOGRAM has its lower limit first, and %s is not less than %s"
                        .formatted(text(arguments.get(1)), text(arguments.get(2))));
        require(Double.isFinite((upper - lower) * bins), call, "The limits of IVO_HISTOGRAM are too far apart");
        return new Value.Aggregate(AggregateFunction.IVO_HISTOGRAM, false, arguments, AdqlType.INTEGER_ARRAY);
    }

    private static double number(Expression.Call call, Value argument) {
        boolean literal =
                argument instanceof Constant constant && constant.text() != null && Types.isNumber(constant.type());
        require(literal, call, "The limits and the number of bins of IVO_HISTOGRAM are written out as numbers");
        return Double.parseDouble(text(argument));
    }

    private static String text(Value constant) {
        return ((Constant) constant).text();
    }

    private static void require(boolean right, Expression.Call call, String message) {
        if (!right) {
            throw Faults.type(NAME, call.position(), message);
        }
    }
}
