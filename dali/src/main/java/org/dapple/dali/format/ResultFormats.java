package org.dapple.dali.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.dali.delimited.DelimitedWriter;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.fits.FitsWriter;
import org.dapple.dali.html.HtmlWriter;
import org.dapple.dali.json.JsonWriter;
import org.dapple.dali.parquet.ParquetTableWriter;
import org.dapple.dali.plain.PlainTextWriter;
import org.dapple.dali.votable.VOTableWriter;

/** The formats a service offers, by every name a client may use in RESPONSEFORMAT (DALI 1.1 §3.4.3). */
public final class ResultFormats {

    private static final String VOTABLE = "application/x-votable+xml";
    private static final String OUTPUT = "ivo://ivoa.net/std/TAPRegExt#output-votable-";

    private final List<ResultFormat> offered;
    private final Map<String, ResultFormat> byName = new HashMap<>();

    private ResultFormats(List<ResultFormat> offered) {
        this.offered = List.copyOf(offered);
        for (ResultFormat format : offered) {
            byName.put(MediaTypeName.normalized(format.mediaType()), format);
            format.aliases().forEach(alias -> byName.put(MediaTypeName.normalized(alias), format));
        }
    }

    /** The formats of the given list; the first one is what clients get that ask for none. */
    public static ResultFormats of(List<ResultFormat> offered) {
        return new ResultFormats(offered);
    }

    /** All those of this module; VOTable with rows as XML elements is preferred. */
    public static ResultFormats standard() {
        return of(List.of(
                new ResultFormat(
                        VOTABLE,
                        List.of(
                                "votable",
                                "text/xml",
                                "application/xml",
                                "votable/td",
                                VOTABLE + ";serialization=TABLEDATA"),
                        OUTPUT + "td",
                        VOTableWriter.tableData()),
                new ResultFormat(
                        VOTABLE + ";serialization=BINARY2",
                        List.of("votable/b2"),
                        OUTPUT + "binary2",
                        VOTableWriter.binary2()),
                new ResultFormat(
                        VOTABLE + ";serialization=BINARY",
                        List.of("votable/b"),
                        OUTPUT + "binary",
                        VOTableWriter.binary()),
                new ResultFormat(
                        "text/csv", List.of("csv", "text/csv;header=present"), null, DelimitedWriter.csv(true)),
                new ResultFormat("text/csv;header=absent", List.of(), null, DelimitedWriter.csv(false)),
                new ResultFormat("text/tab-separated-values", List.of("tsv"), null, DelimitedWriter.tsv()),
                new ResultFormat("application/json", List.of("json"), null, new JsonWriter()),
                new ResultFormat("text/plain;charset=UTF-8", List.of("text"), null, new PlainTextWriter()),
                new ResultFormat("text/html;charset=UTF-8", List.of("html"), null, new HtmlWriter()),
                new ResultFormat("application/fits", List.of("fits", "image/fits"), null, new FitsWriter()),
                new ResultFormat(
                        "application/vnd.apache.parquet",
                        List.of("parquet", "application/x-parquet"),
                        null,
                        new ParquetTableWriter())));
    }

    /** The formats in the order they are offered. */
    public List<ResultFormat> offered() {
        return offered;
    }

    /** The format of clients that ask for none. */
    public ResultFormat preferred() {
        return offered.get(0);
    }

    /**
     * The format a client asks for by short name or media type. Case, spaces and the order of parameters do not matter,
     * nor do {@code charset=utf-8} and, of VOTables, {@code version=1.x}, since all readers of one read 1.4. A media type is served as it was asked for (DALI 1.1 §3.4.3).
     *
     * @throws ServiceFault when there is no such format, with those there are
     */
    public ResultFormat select(String requested) {
        String name = MediaTypeName.normalized(requested);
        ResultFormat format = byName.get(name);
        if (format == null) {
            throw ServiceFault.usage("There is no format '%s'; RESPONSEFORMAT takes one of: %s."
                    .formatted(requested.length() <= 60 ? requested : requested.substring(0, 60) + "…", names()));
        }
        return MediaTypeName.isMediaType(requested) ? format.servedAs(requested.strip()) : format;
    }

    private String names() {
        return offered.stream()
                .flatMap(format -> Stream.concat(Stream.of(format.mediaType()), format.aliases().stream()))
                .collect(Collectors.joining(", "));
    }
}
