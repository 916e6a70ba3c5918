package org.dapple.adql.check;

import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.function.FrameRotation;
import org.dapple.adql.function.Parameter;
import org.dapple.adql.function.Signature;
import org.dapple.adql.resolved.Value;

/** Checks {@code ivo_geom_transform('FROM', 'TO', geometry)}, of which the frames are literals. */
final class FrameChange {
    private FrameChange() {}

    static Value of(Expression.Call call, List<Value> arguments) {
        if (arguments.size() != 3
                || text(arguments.get(0)).isEmpty()
                || text(arguments.get(1)).isEmpty()) {
            throw wrong(call, "ivo_geom_transform takes two frames in single quotes and a geometry");
        }
        Value geometry = arguments.get(2);
        Signature rotation = FrameRotation.between(
                        text(arguments.get(0)).get(), text(arguments.get(1)).get(), parameter(call, geometry.type()))
                .orElseThrow(() -> wrong(
                        call, "The frames of ivo_geom_transform are " + String.join(", ", FrameRotation.frames())));
        return new Value.Call(rotation, List.of(geometry));
    }

    private static Optional<String> text(Value value) {
        return value instanceof Value.Constant constant && constant.type().isText()
                ? Optional.of(constant.text())
                : Optional.empty();
    }

    private static Parameter parameter(Expression.Call call, AdqlType type) {
        return switch (type) {
            case POINT -> Parameter.POINT;
            case CIRCLE -> Parameter.CIRCLE;
            case POLYGON -> Parameter.POLYGON;
            default ->
                throw wrong(
                        call, "ivo_geom_transform turns a POINT, CIRCLE or POLYGON, and this is " + Types.words(type));
        };
    }

    private static RuntimeException wrong(Expression.Call call, String message) {
        return Faults.type(call.function().text(), call.position(), message);
    }
}
