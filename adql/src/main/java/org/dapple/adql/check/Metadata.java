package org.dapple.adql.check;

import java.util.List;
import java.util.stream.Stream;
import org.dapple.adql.function.RucioMetadata;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.Value;

/** Searches by any key of Rucio's metadata, which an index can answer. */
final class Metadata {
    static final String HAS = RucioMetadata.HAS;

    /** Longer texts are not looked at as numbers by ivoa.metadata_has. */
    private static final int LONGEST_NUMBER = 300;

    private Metadata() {}

    /** A call of RUCIO_META_HAS as the condition it is; any other value as it is. */
    static Value truth(Value value) {
        if (!(value instanceof Value.Call call) || !call.function().name().equals(HAS)) {
            return value;
        }
        List<Value> arguments = call.arguments();
        return new Value.Truth(new Condition.HasMetadata(arguments.get(0), arguments.get(1), arguments.get(2)));
    }

    static boolean isHas(Condition condition) {
        return condition instanceof Condition.HasMetadata;
    }

    /** Whether it is the text of a key that is compared with a literal. */
    static boolean isText(Value value, Value other) {
        return value instanceof Value.Call call
                && call.function().name().equals(RucioMetadata.TEXT)
                && isSimple(call.arguments().get(1))
                && isSimpleText(other);
    }

    /**
     * The condition that the text of a key is one of some literals, so that an index can answer it; any other condition as it is.
     * What is needed is that the key has the value by RUCIO_META_HAS, which is weaker: it takes 5.0 for 5.
     */
    static Condition search(Condition condition, Value value, List<Value> literals) {
        if (!literals.stream().allMatch(literal -> isText(value, literal))) {
            return condition;
        }
        List<Value> arguments = ((Value.Call) value).arguments();
        List<Condition> needed = literals.stream()
                .<Condition>map(literal -> new Condition.HasMetadata(arguments.get(0), arguments.get(1), literal))
                .toList();
        return new Condition.Indexed(condition, needed);
    }

    /** A literal key without numbers in its path: where RUCIO_META takes one element, RUCIO_META_HAS looks at all. */
    private static boolean isSimple(Value key) {
        return key instanceof Value.Constant constant
                && constant.text() != null
                && !constant.text().isEmpty()
                && Stream.of(constant.text().split("\\.", -1))
                        .noneMatch(part -> part.strip().matches("[-+]?[0-9]+"));
    }

    /** A literal that can only be the text of a single value, not that of a list or an object. */
    private static boolean isSimpleText(Value value) {
        return value instanceof Value.Constant constant
                && constant.text() != null
                && constant.type().isText()
                && constant.text().length() <= LONGEST_NUMBER
                && !constant.text().matches("(?s)[\\[{].*");
    }
}
