package org.dapple.tap.sia;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;

/**
 * The parameters of a search for images (SIA 2.0 §2.1), typed and judged. Of several values of one parameter one has to
 * be met, and something of each parameter that has any.
 *
 * @param regions POS
 * @param intervals BAND, TIME and others
 * @param texts COLLECTION, TARGET and others
 * @param identifiers ID, of any case
 * @param polarizations POL, as ObsCore names them
 * @param types DPTYPE, never empty
 * @param calibrations CALIB
 * @param maxRec how many rows are asked for at most; 0 asks for metadata only
 * @param responseFormat name or media type of the format, as the client wrote it
 */
record ImageRequest(
        List<Region> regions,
        Map<IntervalParameter, List<Interval>> intervals,
        Map<TextParameter, List<String>> texts,
        List<String> identifiers,
        List<String> polarizations,
        List<String> types,
        List<String> calibrations,
        OptionalLong maxRec,
        Optional<String> responseFormat) {

    /** What this protocol finds (SIA 2.0 §2.1.13). */
    static final List<String> TYPES = List.of("image", "cube");

    /** ObsCore 1.1 §B.6.6.1. */
    static final List<String> POLARIZATIONS =
            List.of("I", "Q", "U", "V", "RR", "LL", "RL", "LR", "XX", "YY", "XY", "YX", "POLI", "POLA");

    /** ObsCore 1.1 §4.2. */
    static final List<String> CALIBRATIONS = List.of("0", "1", "2", "3", "4");

    /** Each is a condition, and some of them a search of the sky. */
    private static final int MAX_VALUES = 1000;

    /**
     * Judges what was sent. Unknown parameters are ignored.
     *
     * @throws ServiceFault that says which parameter is wrong and what would be right
     */
    static ImageRequest of(Parameters parameters) {
        Map<IntervalParameter, List<Interval>> intervals = new EnumMap<>(IntervalParameter.class);
        for (IntervalParameter parameter : IntervalParameter.values()) {
            intervals.put(parameter, intervals(parameter, parameters));
        }
        Map<TextParameter, List<String>> texts = new EnumMap<>(TextParameter.class);
        for (TextParameter parameter : TextParameter.values()) {
            texts.put(parameter, texts(parameter.name(), parameters));
        }
        List<String> types = choices("DPTYPE", TYPES, "; other data are found by TAP", parameters);
        return new ImageRequest(
                values("POS", parameters).stream().map(RegionText::read).toList(),
                intervals,
                texts,
                texts("ID", parameters),
                choices("POL", POLARIZATIONS, "", parameters),
                types.isEmpty() ? TYPES : types,
                choices("CALIB", CALIBRATIONS, "", parameters),
                parameters.count("MAXREC"),
                parameters.single("RESPONSEFORMAT"));
    }

    private static List<Interval> intervals(IntervalParameter parameter, Parameters parameters) {
        Predicate<Interval> possible = interval -> parameter.takesNegatives() || !interval.namesNegatives();
        return values(parameter.name(), parameters).stream()
                .map(value -> Interval.of(value)
                        .filter(possible)
                        .orElseThrow(() ->
                                ServiceFault.usage(("Parameter %s is '%s'; it takes a number or an interval of"
                                                + " two%s, the lower one first and -Inf or +Inf for none%s, such as %1$s=%5$s.")
                                        .formatted(
                                                parameter,
                                                shortened(value),
                                                parameter.unit() == null ? "" : " in " + parameter.unit(),
                                                parameter.takesNegatives() ? "" : ", none negative",
                                                parameter.example()))))
                .toList();
    }

    private static List<String> texts(String name, Parameters parameters) {
        List<String> values = values(name, parameters);
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw ServiceFault.usage(
                    "Parameter %s holds the character U+0000, which no text in the database has.".formatted(name));
        }
        return values;
    }

    private static List<String> choices(String name, List<String> choices, String advice, Parameters parameters) {
        return values(name, parameters).stream()
                .map(value -> choices.stream()
                        .filter(value.strip()::equals)
                        .findFirst()
                        .orElseThrow(() -> ServiceFault.usage("Parameter %s is '%s'; it takes %s%s."
                                .formatted(name, shortened(value), String.join(", ", choices), advice))))
                .toList();
    }

    private static List<String> values(String name, Parameters parameters) {
        List<String> values = parameters.all(name);
        if (values.size() > MAX_VALUES) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE,
                    "Parameter %s is given %d times; it takes %d values at most."
                            .formatted(name, values.size(), MAX_VALUES));
        }
        return values;
    }

    static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
