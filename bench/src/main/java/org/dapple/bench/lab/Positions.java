package org.dapple.bench.lab;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Positions, every other one within some arcsec of a position of {@code ivoa.obscore}, the others spread over the sky: as a
 * table of their own, indexed and analysed, and as a VOTable.
 */
public final class Positions {

    public static final String SCHEMA = "bench";
    public static final String TABLE = "positions";

    private static final String LOAD = """
            CREATE SCHEMA IF NOT EXISTS bench;
            GRANT USAGE ON SCHEMA bench TO PUBLIC;
            DROP TABLE IF EXISTS bench.positions;
            SELECT setseed(0.25);
            CREATE TABLE bench.positions AS
              SELECT row_number() OVER ()::int4 AS id, ra, dec FROM (
                (SELECT s_ra + random() * 0.003 AS ra, s_dec + random() * 0.0015 AS dec
                 FROM (SELECT DISTINCT s_ra, s_dec FROM ivoa.obscore WHERE abs(s_dec) < 80 AND s_ra < 359) AS field
                 ORDER BY random() LIMIT %1$d / 2)
                UNION ALL
                SELECT random() * 360, degrees(asin(2 * random() - 1)) FROM generate_series(1, %1$d)
                LIMIT %1$d) AS anywhere;
            ALTER TABLE bench.positions ADD COLUMN search_point spoint
              GENERATED ALWAYS AS (spoint(radians(ra), radians(dec))) STORED;
            CREATE INDEX ON bench.positions USING gist (search_point);
            ANALYZE bench.positions
            """;

    private static final String ROWS = "SELECT string_agg('<TR><TD>' || id || '</TD><TD>' || ra || '</TD><TD>' || dec"
            + " || '</TD></TR>', chr(10)) FROM bench.positions";

    private final byte[] votable;

    private Positions(byte[] votable) {
        this.votable = votable;
    }

    /** Makes as many. */
    public static Positions load(BenchDatabase database, int count) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(LOAD.formatted(count));
            try (var rows = statement.executeQuery(ROWS)) {
                rows.next();
                return new Positions(votable(rows.getString(1)).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    public byte[] votable() {
        return votable.clone();
    }

    private static String votable(String rows) {
        return """
                <?xml version="1.0"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
                <FIELD name="id" datatype="int"/>
                <FIELD name="ra" datatype="double" unit="deg" ucd="pos.eq.ra;meta.main"/>
                <FIELD name="dec" datatype="double" unit="deg" ucd="pos.eq.dec;meta.main"/>
                <DATA><TABLEDATA>
                %s
                </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
                """.formatted(rows);
    }
}
