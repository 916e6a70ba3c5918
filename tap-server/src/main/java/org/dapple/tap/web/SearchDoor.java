package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.FaultForm;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.votable.VOTableError;
import org.dapple.tap.cone.ConeSearch;
import org.dapple.tap.schema.TapSchema;
import org.dapple.tap.search.Search;
import org.dapple.tap.sia.ImageSearch;
import org.dapple.tap.vosi.SearchCapabilities;
import org.dapple.tap.vosi.ServiceDescription;

/**
 * What makes one simple protocol differ from another on the web.
 *
 * @param service as it is described, such as that at {@code /sia2}
 * @param query path of what is asked, such as {@code /sia2/query}
 * @param judge makes a search of the parameters of a request and the address that it was sent to
 * @param faults how faults are told to who has sent these parameters
 */
record SearchDoor(
        ServiceDescription service,
        String query,
        BiFunction<Parameters, String, Search> judge,
        Function<Parameters, FaultForm> faults) {

    /** Who asks for a delimited text is told faults as text (SIA 2.0 §3.2). */
    private static final Pattern DELIMITED = Pattern.compile("(?i)(csv|tsv|text/csv.*|text/tab-separated-values.*)");

    /** What is wrong with the parameters: the answer of Cone Search 1.03 to it is an answer like others. */
    private static final Set<FaultCategory> OF_PARAMETERS = Set.of(FaultCategory.USAGE, FaultCategory.TOO_LARGE);

    private static final FaultForm OF_CONES = new FaultForm(
            category -> OF_PARAMETERS.contains(category) ? HttpServletResponse.SC_OK : category.httpStatus(),
            ConeSearch.MEDIA_TYPE,
            (fault, out) -> VOTableError.writeForConeSearch(fault.getMessage(), out));

    private static final FaultForm OF_IMAGES = new FaultForm(
            FaultCategory::httpStatus, VOTableError.MEDIA_TYPE, (fault, out) -> VOTableError.write(worded(fault), out));

    private static final FaultForm OF_IMAGES_AS_TEXT = new FaultForm(
            FaultCategory::httpStatus,
            "text/plain;charset=UTF-8",
            (fault, out) -> out.write((worded(fault) + "\n").getBytes(StandardCharsets.UTF_8)));

    /**
     * {@code /scs}: what is in a cone (Cone Search 1.03).
     *
     * @param published the table that is searched, as it is now
     */
    static SearchDoor cones(ConeSearch search, SearchCapabilities capabilities, Supplier<TapSchema> published) {
        ServiceDescription service = new ServiceDescription(
                "/scs",
                "Observations by position",
                "Observations of which the position lies in a cone.",
                capabilities::ofConeSearch,
                published);
        return new SearchDoor(service, "/scs", search::of, sent -> OF_CONES);
    }

    /**
     * {@code /sia2/query}: images and cubes (SIA 2.0 §2).
     *
     * @param published the table that is searched, as it is now
     */
    static SearchDoor images(SearchCapabilities capabilities, Supplier<TapSchema> published) {
        ServiceDescription service = new ServiceDescription(
                "/sia2",
                "Images and cubes",
                "Images and cubes by what they cover in position, wavelength, time and polarization.",
                capabilities::ofImageSearch,
                published);
        return new SearchDoor(
                service,
                "/sia2/query",
                ImageSearch::of,
                sent -> sent.all("RESPONSEFORMAT").stream().anyMatch(SearchDoor::isDelimited)
                        ? OF_IMAGES_AS_TEXT
                        : OF_IMAGES);
    }

    private static boolean isDelimited(String format) {
        return DELIMITED.matcher(format.strip()).matches();
    }

    /** The message behind one of the words of SIA 2.0 §3.2. */
    private static String worded(ServiceFault fault) {
        String word = switch (fault.category()) {
            case OVERLOADED -> "TransientFault";
            case TIMEOUT -> "FatalFault";
            case INTERNAL -> "DefaultFault";
            default -> "UsageFault";
        };
        return word + ": " + fault.getMessage();
    }
}
