package org.dapple.datalink.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dapple.datalink.product.Coverage;
import org.dapple.datalink.product.MediaType;
import org.dapple.datalink.product.Product;
import org.dapple.datalink.product.ProductCatalogue;
import org.dapple.datalink.product.StoredLinks;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.request.RequestedId;

/** Reads {@code ivoa.obscore}, and of {@code rucio.did_links} what ObsCore has no column for. */
public final class ProductTable implements ProductCatalogue {

    private static final String DATALINK = ";content=datalink";

    private static final String COLUMNS = """
            asked.place, obs_publisher_did, obs_title, dataproduct_type, access_format, s_region, s_ra, s_dec, s_fov,
              em_min, em_max, t_min, t_max, pol_states, d.scope, d.name, d.content_type, d.content_length, d.datalinks
            """;

    /** The identifier that a publisher gave comes before what a text can be read as. */
    private static final String BY_IDENTIFIER = "SELECT " + COLUMNS + """
            FROM unnest(?::text[]) WITH ORDINALITY AS asked (id, place)
              JOIN ivoa.obscore AS o ON o.obs_publisher_did = asked.id
              JOIN rucio.did_links AS d ON d.scope = o.rucio_did_scope AND d.name = o.rucio_did_name
            """;

    private static final String BY_DID = "SELECT " + COLUMNS + """
            FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS asked (scope, name, place)
              JOIN rucio.did_links AS d ON d.scope = asked.scope AND d.name = asked.name
              LEFT JOIN ivoa.obscore AS o ON o.rucio_did_scope = d.scope AND o.rucio_did_name = d.name
            """;

    private final Database database;
    private final StoredLinks storedLinks = new StoredLinks();

    public ProductTable(Database database) {
        this.database = database;
    }

    @Override
    public Map<RequestedId, Product> find(List<RequestedId> ids, Deadline until) throws CatalogueException {
        return database.answer(until, connection -> {
            Map<RequestedId, Product> found = new HashMap<>();
            read(connection, BY_IDENTIFIER, ids, List.of(RequestedId::text), found);
            List<RequestedId> rest = ids.stream()
                    .filter(id -> id.did().isPresent() && !found.containsKey(id))
                    .toList();
            if (!rest.isEmpty()) {
                read(connection, BY_DID, rest, List.of(ProductTable::scope, ProductTable::name), found);
            }
            return found;
        });
    }

    /** @param parts what the parameters of the query are lists of */
    private void read(
            Connection connection,
            String sql,
            List<RequestedId> ids,
            List<Function<RequestedId, String>> parts,
            Map<RequestedId, Product> found)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int part = 0; part < parts.size(); part++) {
                statement.setArray(
                        part + 1,
                        connection.createArrayOf(
                                "text", ids.stream().map(parts.get(part)).toArray()));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    RequestedId id = ids.get(rows.getInt("place") - 1);
                    found.put(id, product(id, rows));
                }
            }
        }
    }

    private static String scope(RequestedId id) {
        return id.did().orElseThrow().scope();
    }

    private static String name(RequestedId id) {
        return id.did().orElseThrow().name();
    }

    private Product product(RequestedId id, ResultSet row) throws SQLException {
        Did did = did(id, row);
        Optional<String> accessFormat = text(row, "access_format").filter(format -> !format.contains(DATALINK));
        return new Product(
                did,
                text(row, "obs_publisher_did"),
                text(row, "obs_title").or(() -> Optional.of(did.toString())),
                text(row, "dataproduct_type"),
                text(row, "content_type").or(() -> accessFormat).or(() -> MediaType.ofFile(did.name())),
                bytes(row),
                coverage(row),
                storedLinks.read(row.getString("datalinks")));
    }

    /** The very DID that the identifier reads as, where it is the same: its hash is known. */
    private static Did did(RequestedId id, ResultSet row) throws SQLException {
        Did did = new Did(row.getString("scope"), row.getString("name"));
        return id.did().filter(did::equals).orElse(did);
    }

    private static Coverage coverage(ResultSet row) throws SQLException {
        return new Coverage(
                row.getString("s_region"),
                number(row, "s_ra"),
                number(row, "s_dec"),
                number(row, "s_fov"),
                number(row, "em_min"),
                number(row, "em_max"),
                number(row, "t_min"),
                number(row, "t_max"),
                row.getString("pol_states"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The exact size that the metadata may give, else none: access_estsize is an estimate in kB. */
    private static Optional<Long> bytes(ResultSet row) throws SQLException {
        return text(row, "content_length")
                .filter(length -> length.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }
}
