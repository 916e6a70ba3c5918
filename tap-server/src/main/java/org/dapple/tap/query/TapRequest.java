package org.dapple.tap.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dapple.adql.parse.AdqlVersion;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.tap.upload.Upload;
import org.dapple.tap.upload.UploadParameter;

/**
 * The parameters of a TAP query (TAP 1.1 §2.7), typed and judged.
 *
 * @param query ADQL text, not blank, at most {@value #MAX_QUERY_LENGTH} characters
 * @param version of ADQL the query is to be read as: the one that LANG names, 2.1 where it names none
 * @param maxRec how many rows are asked for at most, 0 or more
 * @param responseFormat name or media type of the format, as the client wrote it
 * @param uploads the tables that the query brings along
 * @param url by which the same can be asked for by GET, if it can
 */
public record TapRequest(
        String query,
        AdqlVersion version,
        OptionalLong maxRec,
        Optional<String> responseFormat,
        List<Upload> uploads,
        Optional<String> url) {

    /** Longer text is refused before it is parsed. */
    static final int MAX_QUERY_LENGTH = 1 << 20;

    /** Longer ones are cut or refused on the way by some programs. */
    private static final int MAX_URL_LENGTH = 8000;

    private static final Map<String, AdqlVersion> LANGUAGES =
            Map.of("ADQL", AdqlVersion.V2_1, "ADQL-2.0", AdqlVersion.V2_0, "ADQL-2.1", AdqlVersion.V2_1);

    public TapRequest {
        uploads = List.copyOf(uploads);
    }

    /**
     * Judges what was sent. Unknown parameters are ignored (DALI 1.1 §3).
     *
     * @throws ServiceFault that says which parameter is wrong and what would be right
     */
    public static TapRequest of(Parameters parameters) {
        judgeRequest(parameters);
        return new TapRequest(
                query(parameters),
                version(parameters),
                parameters.count("MAXREC"),
                parameters.responseFormat(),
                UploadParameter.read(parameters.all("UPLOAD")),
                Optional.empty());
    }

    /**
     * The same for a synchronous request.
     *
     * @param syncUrl where it was sent to, without a query
     */
    public static TapRequest of(Parameters parameters, String syncUrl) {
        TapRequest request = of(parameters);
        boolean inBody = request.uploads.stream().anyMatch(upload -> upload.location() instanceof Upload.Part);
        return new TapRequest(
                request.query,
                request.version,
                request.maxRec,
                request.responseFormat,
                request.uploads,
                Optional.of(syncUrl + "?" + parameters.urlEncoded())
                        .filter(url -> !inBody && url.length() <= MAX_URL_LENGTH));
    }

    private static void judgeRequest(Parameters parameters) {
        parameters
                .single("REQUEST")
                .filter(request -> !request.equalsIgnoreCase("doQuery"))
                .ifPresent(request -> {
                    throw ServiceFault.usage("Parameter REQUEST is '" + shortened(request)
                            + "'; it takes doQuery, or may be left out."
                            + " The service describes itself at capabilities, tables and availability.");
                });
    }

    private static AdqlVersion version(Parameters parameters) {
        String language = parameters.single("LANG").orElse("ADQL");
        AdqlVersion version = LANGUAGES.get(language.toUpperCase(Locale.ROOT));
        if (version == null) {
            throw ServiceFault.usage("Parameter LANG is '" + shortened(language)
                    + "'; this service understands ADQL, ADQL-2.0 and ADQL-2.1.");
        }
        return version;
    }

    private static String query(Parameters parameters) {
        String query = parameters.required("QUERY");
        if (query.isBlank()) {
            throw ServiceFault.usage("Parameter QUERY is blank; it takes an ADQL query,"
                    + " such as SELECT TOP 10 * FROM ivoa.obscore.");
        }
        if (query.indexOf('\0') >= 0) {
            throw ServiceFault.usage("Parameter QUERY holds the character U+0000, which no text in the database has.");
        }
        if (query.length() > MAX_QUERY_LENGTH) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE,
                    "Parameter QUERY has %d characters; a query may have %d at most."
                            .formatted(query.length(), MAX_QUERY_LENGTH));
        }
        return query;
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
