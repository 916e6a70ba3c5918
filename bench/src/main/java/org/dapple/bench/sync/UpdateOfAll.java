package org.dapple.bench.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.dapple.bench.lab.Pairs;
import org.dapple.bench.lab.Report;
import org.dapple.bench.lab.Sample;
import org.dapple.bench.lab.Task;

/** What Rucio before 38.5 does to remove a key: an UPDATE of every row, of which ten have it. */
record UpdateOfAll(Writer writer, int rows) {

    Report.Line measure(int pairs) throws IOException, SQLException {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        Pairs measured = Pairs.measure(
                pairs,
                update("origin", with).after(this::prepare),
                update("replica", without).after(this::prepare));
        return new Report.Line(
                "UPDATE of %,d rows that changes ten".formatted(rows),
                "%.2f s".formatted(measured.ours().median()),
                "%.2f s (without triggers)".formatted(measured.theirs().median()),
                Report.spread(measured.ratios()),
                "little more than 1",
                "at most %.0f MB resident, beside %.0f MB"
                        .formatted(
                                Sample.of(with).greatest(), Sample.of(without).greatest()));
    }

    private void prepare() throws SQLException {
        writer.fill();
        writer.run("UPDATE rucio.dids SET data = data || '{\"target_name\": \"to go\", \"bench\": 1}' WHERE id IN"
                + " (SELECT id FROM rucio.dids ORDER BY id LIMIT 10)");
        writer.run("CHECKPOINT");
    }

    /** In a session of its own, so that its memory is known. */
    private Task update(String role, List<Double> megabytes) {
        return () -> {
            try (Connection connection = writer.database().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = " + role);
                statement.execute("UPDATE rucio.dids SET data = data - 'bench'");
                megabytes.add(peak(statement));
            }
        };
    }

    /** Shared buffers that it touched count, too. */
    private static double peak(Statement statement) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            Path status = Path.of("/proc", row.getString(1), "status");
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
