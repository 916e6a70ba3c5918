package org.dapple.bench.ratio;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.catalog.Table;
import org.dapple.adql.parse.AdqlVersion;
import org.dapple.bench.client.MultipartForm;
import org.dapple.bench.client.PgProgram;
import org.dapple.bench.client.TapConnection;
import org.dapple.bench.lab.Pairs;
import org.dapple.bench.lab.Positions;
import org.dapple.bench.lab.Report;

/** Uploaded positions matched with the table within 10 arcsec, beside the same join with a table that is there already. */
final class UploadJoin {

    private static final int POSITIONS = 100_000;

    private static final String QUERY = """
            SELECT u.id, o.obs_publisher_did FROM tap_upload.positions AS u
            JOIN ivoa.obscore AS o ON DISTANCE(POINT(o.s_ra, o.s_dec), POINT(u.ra, u.dec)) < 10 / 3600.0
            """;

    /** As an upload is stored, but in a schema where it stays. */
    private static final Table LOADED = new Table(
            "tap_upload",
            Positions.TABLE,
            null,
            List.of(
                    Column.of("id", AdqlType.INTEGER),
                    Column.of("ra", AdqlType.DOUBLE),
                    Column.of("dec", AdqlType.DOUBLE)),
            new SearchColumns(List.of(new SearchColumns.Position("ra", "dec", "search_point")), List.of()),
            Positions.SCHEMA);

    private UploadJoin() {}

    static void measure(Lab lab) throws IOException, SQLException {
        Positions positions = Positions.load(lab.database(), POSITIONS);
        byte[] form = new MultipartForm()
                .field("LANG", "ADQL")
                .field("QUERY", QUERY)
                .field("RESPONSEFORMAT", "csv")
                .field("MAXREC", "10000000")
                .field("UPLOAD", "positions,param:table")
                .file("table", positions.votable())
                .bytes();
        String select =
                lab.queries().of(QUERY, AdqlVersion.V2_1, List.of(LOADED)).sql();
        PgProgram psql = lab.database().program("psql");
        try (TapConnection client = new TapConnection(lab.server().port())) {
            Pairs pairs = Pairs.measure(
                    lab.pairs(), () -> client.post(MultipartForm.MEDIA_TYPE, form), () -> psql.copy(select, "csv"));
            lab.report()
                    .line(
                            "%,d uploaded positions (VOTable, TABLEDATA) matched within 10 arcsec with %,d rows"
                                    .formatted(POSITIONS, lab.rows()),
                            "%.2f s".formatted(pairs.ours().median()),
                            "%.2f s (`\\copy`, csv, of the join with a loaded table)"
                                    .formatted(pairs.theirs().median()),
                            Report.spread(pairs.ratios()),
                            "≤ 1.5",
                            "%.1f MB uploaded".formatted(form.length / 1e6));
        }
    }
}
