package org.dapple.tap.sia;

import static org.dapple.adql.ast.ComparisonOperator.EQUAL;
import static org.dapple.adql.ast.ComparisonOperator.GREATER_OR_EQUAL;
import static org.dapple.adql.ast.ComparisonOperator.LESS_OR_EQUAL;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.Position;
import org.dapple.tap.search.Decimal;
import org.dapple.tap.search.Trees;

/** From a judged request to the conditions that an observation has to meet. */
final class ImageConditions {

    private final List<Expression> conditions = new ArrayList<>();

    private ImageConditions() {}

    /** All of them as one. */
    static Expression of(ImageRequest request) {
        ImageConditions all = new ImageConditions();
        all.add(request.types(), types -> isAmong("dataproduct_type", types));
        all.addEach(request.regions(), ImageConditions::meets);
        request.intervals()
                .forEach((parameter, intervals) -> all.addEach(intervals, interval -> overlaps(parameter, interval)));
        request.texts().forEach((parameter, texts) -> all.add(texts, given -> isAmong(parameter.column(), given)));
        all.add(request.identifiers(), ImageConditions::isIdentifiedBy);
        all.addEach(request.polarizations(), ImageConditions::hasPolarization);
        all.add(
                request.calibrations(),
                levels -> Trees.isAmong(
                        Trees.column("calib_level"),
                        levels.stream().map(ImageConditions::number).toList()));
        return Trees.all(all.conditions);
    }

    private <T> void add(List<T> values, Function<List<T>, Expression> condition) {
        if (!values.isEmpty()) {
            conditions.add(condition.apply(values));
        }
    }

    private <T> void addEach(List<T> values, Function<T, Expression> condition) {
        add(values, all -> Trees.any(all.stream().map(condition).toList()));
    }

    private static Expression meets(Region region) {
        return Trees.compare(
                Expression.Call.of("INTERSECTS", shape(region), Trees.column("s_region")), EQUAL, number("1"));
    }

    private static Expression shape(Region region) {
        if (region instanceof Region.Circle circle) {
            return call("CIRCLE", Stream.of(circle.longitude(), circle.latitude(), circle.radius()));
        }
        if (region instanceof Region.Polygon polygon) {
            return call("POLYGON", polygon.coordinates().stream());
        }
        Region.Range range = (Region.Range) region;
        String text = Stream.of(range.west(), range.east(), range.south(), range.north())
                .map(Decimal::text)
                .collect(Collectors.joining(" ", "RANGE ", ""));
        return Expression.Call.of("REGION", Trees.text(text));
    }

    private static Expression call(String function, Stream<Decimal> numbers) {
        return Expression.Call.of(function, numbers.map(Decimal::expression).toArray(Expression[]::new));
    }

    /** What is not known of an observation is in no interval, not even in that of all numbers. */
    private static Expression overlaps(IntervalParameter parameter, Interval interval) {
        List<Expression> bounds = new ArrayList<>();
        interval.high()
                .ifPresent(high -> bounds.add(
                        Trees.compare(Trees.column(parameter.lowColumn()), LESS_OR_EQUAL, high.expression())));
        interval.low()
                .ifPresent(low -> bounds.add(
                        Trees.compare(Trees.column(parameter.highColumn()), GREATER_OR_EQUAL, low.expression())));
        return bounds.isEmpty()
                ? new Expression.IsNull(Trees.column(parameter.lowColumn()), true, Position.NONE)
                : Trees.all(bounds);
    }

    /** IVOA identifiers are the same in any case (SIA 2.0 §2.1.9). */
    private static Expression isIdentifiedBy(List<String> identifiers) {
        return Trees.isAmong(
                Expression.Call.of("LOWER", Trees.column("obs_publisher_did")),
                identifiers.stream()
                        .<Expression>map(identifier -> Expression.Call.of("LOWER", Trees.text(identifier)))
                        .toList());
    }

    /** The states of an observation are a list such as /I/Q/. */
    private static Expression hasPolarization(String state) {
        return new Expression.Like(
                Trees.column("pol_states"), false, false, Trees.text("%/" + state + "/%"), Position.NONE);
    }

    private static Expression isAmong(String column, List<String> texts) {
        return Trees.isAmong(
                Trees.column(column), texts.stream().map(Trees::text).toList());
    }

    private static Expression number(String digits) {
        return new Expression.Numeral(digits, Position.NONE);
    }
}
