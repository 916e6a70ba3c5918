package org.dapple.standalone;

import org.dapple.standalone.db.DatabaseAccess;
import org.dapple.standalone.db.DatabaseReport;
import org.dapple.standalone.db.FirstQuery;
import org.dapple.standalone.state.RunningServer;

/** What {@code up} says when everything runs: where it listens, and a first query to paste. */
final class Greeting {

    private static final String TEXT = """

            Dapple is ready: %d of %d DIDs are visible.

              TAP  %s

            A first query with curl:

            curl %s/sync -d LANG=ADQL -d FORMAT=csv --data-urlencode "QUERY=%s"

            or in Python with pyvo:

            import pyvo
            tap = pyvo.dal.TAPService("%s")
            print(tap.search("%s").to_table())

            %s
            """;

    private Greeting() {}

    static String of(RunningServer server, DatabaseAccess owner, boolean detached) {
        var report = DatabaseReport.of(owner);
        var tap = BaseUrl.of(server).tap();
        var query = FirstQuery.in(owner);
        var end = detached ? "Stop it with ./dapple down" : "Stop it with Ctrl-C";
        return TEXT.formatted(report.visible(), report.dids(), tap, tap, query, tap, query, end);
    }
}
