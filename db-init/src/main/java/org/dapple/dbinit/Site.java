package org.dapple.dbinit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What minted identifiers and URLs begin with: {@code ivo://<authority>/<path>?<scope>:<name>} and
 * {@code <baseUrl>/datalink/links?ID=…}.
 *
 * @param authority the site's IVOA authority identifier, such as {@code example.org}
 * @param path the path after it, without a slash at either end
 * @param baseUrl where the services are reached, without a slash at the end
 */
public record Site(String authority, String path, String baseUrl) {

    /** What a migrated database has now. */
    public static Site of(String jdbcUrl, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT authority, path, base_url FROM ivoa.site")) {
            rows.next();
            return new Site(rows.getString("authority"), rows.getString("path"), rows.getString("base_url"));
        }
    }

    /** The same with its services elsewhere. */
    public Site at(String otherBaseUrl) {
        return new Site(authority, path, otherBaseUrl);
    }

    /**
     * Makes this the site of a migrated database. Only if that is a change are all DIDs derived anew, a thousand in a
     * transaction; Rucio may go on writing meanwhile.
     *
     * @return whether it was a change
     * @throws SQLException also if a value cannot be part of an identifier or a URL; the constraint's name says which
     */
    public boolean applyTo(String jdbcUrl, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            boolean changed = set(connection);
            if (changed) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CALL ivoa.resync()");
                }
            }
            return changed;
        }
    }

    private boolean set(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT ivoa.set_site(?, ?, ?)")) {
            statement.setString(1, authority);
            statement.setString(2, path);
            statement.setString(3, baseUrl);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
