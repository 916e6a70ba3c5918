package org.dapple.datalink.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.dapple.datalink.replica.ReplicaState;
import org.dapple.datalink.replica.Rse;
import org.dapple.datalink.replica.SodaEndpoint;

/** The tables {@code rucio.replicas}, {@code rucio.rses} and {@code rucio.contents}; what has metadata exists there. */
public final class ReplicaTable implements ReplicaCatalogue {

    private static final String ASKED = "unnest(?::text[], ?::text[]) AS asked (scope, name)";

    private static final String KNOWN =
            "SELECT scope, name FROM " + ASKED + " JOIN rucio.did_links USING (scope, name)";

    private static final String REPLICAS = "SELECT * FROM " + ASKED
            + " JOIN rucio.replicas USING (scope, name) JOIN rucio.rses USING (rse) ORDER BY priority, rse, pfn";

    private static final String CONTENTS = "SELECT scope, name, child_scope, child_name FROM " + ASKED
            + " JOIN rucio.contents USING (scope, name) ORDER BY child_scope, child_name";

    private static final String PLACE = """
            SELECT latitude, longitude FROM rucio.rses
            WHERE (rse = ? OR site = ?) AND latitude IS NOT NULL ORDER BY rse LIMIT 1
            """;

    private final Database database;

    public ReplicaTable(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "table";
    }

    @Override
    public Findings find(Set<Did> dids, Deadline until) throws CatalogueException {
        return database.answer(until, connection -> {
            Map<Did, Holding> found = new HashMap<>();
            each(connection, KNOWN, dids, row -> found.put(did(row), Holding.File.withoutReplica()));
            Map<Did, List<Did>> children = new LinkedHashMap<>();
            each(
                    connection,
                    CONTENTS,
                    dids,
                    row -> children.computeIfAbsent(did(row), none -> new ArrayList<>())
                            .add(new Did(row.getString("child_scope"), row.getString("child_name"))));
            children.forEach((did, members) -> found.put(did, new Holding.Collection(members)));
            each(connection, REPLICAS, dids, row -> found.merge(did(row), file(row), ReplicaTable::together));
            return Findings.complete(found);
        });
    }

    @Override
    public Optional<Place> placeOf(String siteOrRse, Deadline until) throws CatalogueException {
        return database.answer(until, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PLACE)) {
                statement.setString(1, siteOrRse);
                statement.setString(2, siteOrRse);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? place(rows) : Optional.empty();
                }
            }
        });
    }

    private interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Set<Did> dids, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(connection, dids.stream().map(Did::scope)));
            statement.setArray(2, texts(connection, dids.stream().map(Did::name)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static Did did(ResultSet row) throws SQLException {
        return new Did(row.getString("scope"), row.getString("name"));
    }

    private static Holding file(ResultSet row) throws SQLException {
        Replica replica = new Replica(
                rse(row),
                row.getString("pfn"),
                ReplicaState.named(row.getString("state")).orElse(ReplicaState.UNAVAILABLE),
                row.getInt("priority"));
        return new Holding.File(
                Optional.ofNullable(row.getObject("bytes", Long.class)),
                Optional.ofNullable(row.getString("adler32")),
                Optional.ofNullable(row.getString("md5")),
                List.of(replica));
    }

    /** A size or checksum that one replica lacks is taken from another. */
    private static Holding together(Holding one, Holding other) {
        if (!(one instanceof Holding.File first) || !(other instanceof Holding.File second)) {
            return one;
        }
        return new Holding.File(
                first.bytes().or(second::bytes),
                first.adler32().or(second::adler32),
                first.md5().or(second::md5),
                Stream.concat(first.replicas().stream(), second.replicas().stream())
                        .toList());
    }

    private static Rse rse(ResultSet row) throws SQLException {
        Optional<String> ivoid = Optional.ofNullable(row.getString("soda_ivoid"));
        List<SodaEndpoint> services = new ArrayList<>();
        Optional.ofNullable(row.getString("soda_sync"))
                .ifPresent(url -> services.add(new SodaEndpoint(false, url, ivoid)));
        Optional.ofNullable(row.getString("soda_async"))
                .ifPresent(url -> services.add(new SodaEndpoint(true, url, ivoid)));
        return new Rse(
                row.getString("rse"),
                Optional.ofNullable(row.getString("site")),
                row.getString("rse_type").equals("TAPE"),
                row.getBoolean("readable"),
                place(row),
                services);
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? Optional.empty() : Optional.of(new Place(latitude, row.getDouble("longitude")));
    }
}
