package org.dapple.adql.function;

import java.util.List;
import java.util.stream.Collectors;
import org.dapple.adql.catalog.AdqlType;

/**
 * One row of the table of functions: one way to call a function.
 *
 * @param name upper case
 * @param sql what it is in PostgreSQL, with {@code $1}, {@code $2}… for the arguments, each of which is an operand that needs no
 *     further parentheses
 */
public record Signature(String name, Feature feature, List<Parameter> parameters, AdqlType result, String sql) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /** Whether it can be called with arguments of these types. */
    public boolean accepts(List<AdqlType> arguments) {
        if (arguments.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!parameters.get(i).accepts(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** As a message names it: {@code POWER(a number, a number)}. */
    public String words() {
        return parameters.stream().map(Parameter::words).collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** The SQL with the arguments put in. */
    public String apply(List<String> arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '$') {
                text.append(arguments.get(sql.charAt(++i) - '1'));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
