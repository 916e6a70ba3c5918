package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dapple.adql.Nearest;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.function.Functions;
import org.dapple.adql.function.Signature;
import org.dapple.adql.resolved.Value;

/** Finds the row of the table of functions that a call means. */
final class CallChecker {
    private final ExpressionChecker expressions;
    private final AggregateChecker aggregates;

    CallChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
        this.aggregates = new AggregateChecker(expressions);
    }

    Value call(Expression.Call call, Scope scope) {
        String name = call.function().text().toUpperCase(Locale.ROOT);
        if (AggregateChecker.isAggregate(name)) {
            return aggregates.aggregate(name, call, scope);
        }
        if (call.arguments().star() || call.arguments().distinct()) {
            throw Faults.type(
                    name,
                    call.position(),
                    "Only an aggregate such as COUNT takes %s"
                            .formatted(call.arguments().star() ? "*" : "DISTINCT"));
        }
        List<Expression> written = Geometries.withoutFrame(name, call);
        List<Value> arguments = new ArrayList<>();
        written.forEach(argument -> arguments.add(expressions.value(argument, scope)));
        if (name.equals("COALESCE")) {
            return coalesce(call, arguments);
        }
        if (name.equals("IN_UNIT")) {
            return ValueUnits.inUnit(call, arguments);
        }
        return Geometries.find(name, call, arguments).orElseGet(() -> Metadata.truth(row(name, call, arguments)));
    }

    private static Value coalesce(Expression.Call call, List<Value> arguments) {
        if (arguments.isEmpty()) {
            throw Faults.type("COALESCE", call.position(), "COALESCE needs at least one value");
        }
        AdqlType type = AdqlType.UNKNOWN;
        for (Value argument : arguments) {
            AdqlType before = type;
            type = Types.common(type, argument.type())
                    .orElseThrow(() -> Faults.type(
                            "COALESCE",
                            call.position(),
                            "COALESCE has %s and %s to choose from; it needs values of one kind"
                                    .formatted(Types.words(before), Types.words(argument.type()))));
        }
        AdqlType common = type;
        if (common == AdqlType.UNKNOWN) {
            return arguments.get(0);
        }
        return new Value.Coalesce(
                common, arguments.stream().map(a -> Types.as(common, a)).toList());
    }

    /** A call of the first row that takes the arguments. */
    static Value row(String name, Expression.Call call, List<Value> arguments) {
        List<Signature> rows = Functions.named(name);
        List<AdqlType> types = arguments.stream().map(Value::type).toList();
        if (rows.isEmpty()) {
            List<String> names = new ArrayList<>(Functions.names());
            names.addAll(List.of("COUNT", "SUM", "AVG", "MIN", "MAX", "COALESCE", "IN_UNIT", "POLYGON", "REGION"));
            throw Faults.unknown(
                    "function",
                    call.function().text(),
                    call.position(),
                    Nearest.all(name, names),
                    "the capabilities of the service list its functions");
        }
        Signature row = rows.stream()
                .filter(candidate -> candidate.accepts(types))
                .findFirst()
                .orElseThrow(() -> Faults.type(
                        name,
                        call.position(),
                        "%s is written %s, and here it has (%s)"
                                .formatted(
                                        name,
                                        rows.stream().map(Signature::words).collect(Collectors.joining(" or ")),
                                        types.stream().map(Types::words).collect(Collectors.joining(", ")))));
        List<Value> typed = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Value argument = arguments.get(i);
            boolean bare = argument.type() == AdqlType.UNKNOWN;
            typed.add(bare ? new Value.Cast(argument, row.parameters().get(i).type(), 0) : argument);
        }
        return new Value.Call(row, typed);
    }
}
