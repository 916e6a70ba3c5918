package org.dapple.adql.check;

import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.ArithmeticOperator;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.resolved.Value;
import org.dapple.adql.unit.Unit;

/** What is known of the units of values, and IN_UNIT (ADQL 2.1 §4.9), which converts them. */
final class ValueUnits {
    private ValueUnits() {}

    /** The unit of a value, as its metadata spells it. */
    static Optional<String> of(Value value) {
        if (value instanceof Value.ColumnValue column) {
            return Optional.ofNullable(column.column().unit());
        }
        if (value instanceof Value.InUnit converted) {
            return Optional.of(converted.unit());
        }
        if (value instanceof Value.Negative negative) {
            return of(negative.value());
        }
        if (value instanceof Value.Cast cast) {
            return cast.type().isNumeric() ? of(cast.value()) : Optional.empty();
        }
        if (value instanceof Value.Aggregate aggregate) {
            return switch (aggregate.function()) {
                case COUNT, IVO_HISTOGRAM -> Optional.empty();
                default -> of(aggregate.arguments().get(0));
            };
        }
        if (value instanceof Value.Arithmetic arithmetic) {
            return ofSum(arithmetic);
        }
        return value instanceof Value.Call call ? ofCall(call) : Optional.empty();
    }

    private static Optional<String> ofSum(Value.Arithmetic arithmetic) {
        boolean sum =
                arithmetic.operator() == ArithmeticOperator.ADD || arithmetic.operator() == ArithmeticOperator.SUBTRACT;
        return sum
                ? of(arithmetic.left())
                        .filter(unit ->
                                of(arithmetic.right()).filter(unit::equals).isPresent())
                : Optional.empty();
    }

    private static Optional<String> ofCall(Value.Call call) {
        return switch (call.function().name()) {
            case "DISTANCE", "COORD1", "COORD2", "DEGREES" -> Optional.of("deg");
            case "RADIANS" -> Optional.of("rad");
            case "AREA" -> Optional.of("deg**2");
            case "ABS", "CEILING", "FLOOR", "ROUND", "TRUNCATE" ->
                of(call.arguments().get(0));
            default -> Optional.empty();
        };
    }

    /** {@code IN_UNIT(value, 'unit')}. */
    static Value inUnit(Expression.Call call, List<Value> arguments) {
        if (arguments.size() != 2
                || !Types.isNumber(arguments.get(0).type())
                || !(arguments.get(1) instanceof Value.Constant target)
                || !target.type().isText()) {
            throw wrong(call, "IN_UNIT takes a number and a unit in single quotes, such as IN_UNIT(s_ra, 'rad')");
        }
        Value value = arguments.get(0);
        String from = of(value).orElseThrow(() -> wrong(call, "IN_UNIT needs a value with a unit, and this has none"));
        double factor = unit(call, from)
                .factorTo(unit(call, target.text()))
                .orElseThrow(() -> wrong(call, "IN_UNIT cannot make %s of %s".formatted(target.text(), from)));
        return new Value.InUnit(value, factor, target.text());
    }

    private static Unit unit(Expression.Call call, String text) {
        return Unit.of(text).orElseThrow(() -> wrong(call, "'%s' is not a unit of VOUnits".formatted(text)));
    }

    private static RuntimeException wrong(Expression.Call call, String message) {
        return Faults.type("IN_UNIT", call.position(), message);
    }
}
