package org.dapple.dbinit.demo;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.zip.Adler32;

/** The two storage elements of the demonstration, on opposite sides of the Earth, and the replicas at them. */
public final class DemoStorage {

    /** The sites, by the names that their URLs have. */
    public static final List<String> SITES = List.of("jodrell-bank", "perth");

    /** A site is what its URLs say, and the storage element is called the same in capitals. */
    private static final String RSES = """
            INSERT INTO rucio.rses (rse, site, latitude, longitude) VALUES
              ('JODRELL-BANK', 'jodrell-bank', 53.2367, -2.3085), ('PERTH', 'perth', -31.9523, 115.8613)
            ON CONFLICT DO NOTHING
            """;

    private static final String FORGET = "DELETE FROM rucio.replicas WHERE rse IN ('JODRELL-BANK', 'PERTH')";

    private static final String REPLICA = """
            INSERT INTO rucio.replicas (scope, name, rse, pfn, priority, bytes, adler32, md5)
            SELECT scope, name, ?, ?, ?, ?, ?, ? FROM rucio.dids WHERE scope = ? AND name = ?
            """;

    private DemoStorage() {}

    /**
     * Registers a replica of each file at each site, and forgets those that were there before.
     *
     * @param baseUrl where the sites are, {@code <baseUrl>/<site>/<scope>/<name>}, without a slash at the end
     */
    public static void register(List<DemoFile> files, String baseUrl, String jdbcUrl, String user, String password)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(REPLICA)) {
            connection.setAutoCommit(false);
            statement.execute(RSES);
            statement.execute(FORGET);
            for (DemoFile file : files) {
                for (String site : SITES) {
                    add(insert, file, site, baseUrl);
                }
            }
            connection.commit();
        }
    }

    private static void add(PreparedStatement insert, DemoFile file, String site, String baseUrl) throws SQLException {
        Adler32 adler32 = new Adler32();
        adler32.update(file.bytes());
        insert.setString(1, site.toUpperCase(Locale.ROOT));
        insert.setString(2, baseUrl + "/" + site + "/" + file.scope() + "/" + file.name());
        insert.setInt(3, SITES.indexOf(site) + 1);
        insert.setLong(4, file.bytes().length);
        insert.setString(5, "%08x".formatted(adler32.getValue()));
        insert.setString(6, md5(file.bytes()));
        insert.setString(7, file.scope());
        insert.setString(8, file.name());
        insert.executeUpdate();
    }

    private static String md5(byte[] bytes) {
        try {
            return "%032x"
                    .formatted(
                            new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
