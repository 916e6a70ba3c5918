package org.dapple.standalone.db;

import java.sql.SQLException;
import java.util.Locale;
import org.dapple.standalone.state.Problem;

/** A query to begin with, which has an answer in this database. */
public final class FirstQuery {

    private static final String SELECT =
            "SELECT TOP 5 obs_publisher_did, dataproduct_type, s_ra, s_dec FROM ivoa.obscore";
    private static final double RADIUS_DEGREES = 0.5;

    private FirstQuery() {}

    /** ADQL: what is within half a degree of something that is there, or simply some rows. */
    public static String in(DatabaseAccess owner) {
        var position = "SELECT s_ra, s_dec FROM ivoa.obscore WHERE s_ra IS NOT NULL AND s_dec IS NOT NULL"
                + " ORDER BY rucio_did_scope, rucio_did_name LIMIT 1";
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(position)) {
            return rows.next() ? SELECT + near(rows.getDouble(1), rows.getDouble(2)) : SELECT;
        } catch (SQLException e) {
            throw new Problem("Cannot look into ivoa.obscore: " + e.getMessage(), e);
        }
    }

    private static String near(double ra, double dec) {
        return String.format(
                Locale.ROOT, " WHERE DISTANCE(POINT(s_ra, s_dec), POINT(%.3f, %.3f)) < %s", ra, dec, RADIUS_DEGREES);
    }
}
