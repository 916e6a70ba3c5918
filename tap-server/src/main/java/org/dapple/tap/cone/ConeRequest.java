package org.dapple.tap.cone;

import java.util.Optional;
import java.util.OptionalLong;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.tap.search.Decimal;

/**
 * The parameters of a cone search (Cone Search 1.03 §2, with MAXREC and RESPONSEFORMAT of DALI 1.1), typed and judged.
 *
 * @param ra right ascension of the centre in ICRS, 0 to 360 degrees
 * @param dec its declination, -90 to 90 degrees
 * @param radius of the cone, 0 to 180 degrees; 0 asks for metadata only
 * @param verbosity 1 for few columns, 2, or 3 for all
 * @param maxRec how many rows are asked for at most
 * @param responseFormat name or media type of the format, as the client wrote it
 */
record ConeRequest(
        Decimal ra, Decimal dec, Decimal radius, int verbosity, OptionalLong maxRec, Optional<String> responseFormat) {

    /**
     * Judges what was sent. Unknown parameters are ignored.
     *
     * @throws ServiceFault that says which parameter is wrong and what would be right
     */
    static ConeRequest of(Parameters parameters) {
        return new ConeRequest(
                degrees(parameters, "RA", 0, 360, "204.25"),
                degrees(parameters, "DEC", -90, 90, "-29.87"),
                degrees(parameters, "SR", 0, 180, "0.5"),
                verbosity(parameters),
                parameters.count("MAXREC"),
                parameters.single("RESPONSEFORMAT"));
    }

    private static Decimal degrees(Parameters parameters, String name, int least, int most, String example) {
        String given = parameters
                .single(name)
                .orElseThrow(() -> ServiceFault.usage(
                        "Parameter %s is missing; a cone search takes RA, DEC and SR, ".formatted(name)
                                + "all in decimal degrees, such as RA=204.25&DEC=-29.87&SR=0.5."));
        return Decimal.of(given.strip())
                .filter(degrees -> degrees.isWithin(least, most))
                .orElseThrow(() -> ServiceFault.usage(
                        "Parameter %s is '%s'; it takes decimal degrees from %d to %d, such as %s=%s."
                                .formatted(name, shortened(given), least, most, name, example)));
    }

    private static int verbosity(Parameters parameters) {
        String given = parameters.single("VERB").map(String::strip).orElse("2");
        if (!given.matches("[123]")) {
            throw ServiceFault.usage("Parameter VERB is '%s'; it takes 1 (few columns), 2 or 3 (all columns)."
                    .formatted(shortened(given)));
        }
        return Integer.parseInt(given);
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
