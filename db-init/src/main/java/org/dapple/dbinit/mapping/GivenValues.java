package org.dapple.dbinit.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.dbinit.mapping.file.Fault;
import org.dapple.dbinit.mapping.file.Mapping;
import org.dapple.dbinit.mapping.file.Rule;
import org.dapple.dbinit.mapping.file.Section;
import org.dapple.dbinit.mapping.file.Source;

/** Tries the constants and the vocabularies of a mapping on the conversions that will have to take them. */
final class GivenValues {

    private final Connection connection;
    private final List<Fault> faults = new ArrayList<>();

    private GivenValues(Connection connection) {
        this.connection = connection;
    }

    static List<Fault> faults(Mapping mapping, Connection connection) throws SQLException {
        var values = new GivenValues(connection);
        for (Section section : mapping.sections()) {
            for (Rule rule : section.rules()) {
                values.check(rule);
            }
        }
        return values.faults;
    }

    private void check(Rule rule) throws SQLException {
        for (Source source : rule.sources()) {
            if (source.conversion() != null) {
                continue;
            }
            List<JsonNode> given = Stream.concat(
                            Stream.ofNullable(source.constant()), source.values().values().stream())
                    .filter(value -> !value.isNull())
                    .toList();
            for (JsonNode value : given) {
                check(rule, value);
            }
        }
    }

    private void check(Rule rule, JsonNode value) throws SQLException {
        String kind = rule.column().kind();
        String problem = kind.equals("region")
                ? "(ivoa.parse_region(ivoa.to_region(v))).problem"
                : "CASE WHEN ivoa.to_%s(v) IS NULL THEN ivoa.why_unusable('%s', NULL, v) END".formatted(kind, kind);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT %s FROM CAST(? AS jsonb) AS v".formatted(problem))) {
            statement.setString(1, value.toString());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getString(1) != null) {
                    faults.add(new Fault(
                            rule.line(), "%s: %s %s".formatted(rule.column().name(), value, row.getString(1))));
                }
            }
        }
    }
}
