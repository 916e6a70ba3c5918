package org.dapple.tap.explain;

import java.util.List;
import java.util.Locale;
import org.dapple.adql.AdqlException;
import org.dapple.dali.fault.ServiceFault;

/**
 * Why a query cannot be explained.
 *
 * @param kind {@code syntax}, {@code name}, {@code type}, {@code feature} or {@code limit} for what is wrong within the
 *     query, else the category of the fault, such as {@code usage} or {@code overloaded}
 * @param line the line of the offending token, from 1; null when the fault is not within the query, as are column and token
 * @param column its column in that line, in characters, from 1
 * @param token the offending text, empty when the query as a whole (or its end) is meant
 * @param message what is wrong, where, and what would be right
 * @param suggestions names that could stand in place of the token, the likeliest first; null when the fault is not within the
 *     query
 */
public record ExplainedFault(
        String kind, Integer line, Integer column, String token, String message, List<String> suggestions) {

    /** An error in the query. */
    public static ExplainedFault of(AdqlException error) {
        return new ExplainedFault(
                lowerCase(error.kind()),
                error.line(),
                error.column(),
                error.token(),
                error.getMessage(),
                error.suggestions());
    }

    /** Any other fault of the request or the service. */
    public static ExplainedFault of(ServiceFault fault) {
        return new ExplainedFault(lowerCase(fault.category()), null, null, null, fault.getMessage(), null);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
