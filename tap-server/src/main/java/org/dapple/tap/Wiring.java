package org.dapple.tap;

import java.time.Instant;
import org.dapple.dali.format.ResultFormats;
import org.dapple.tap.compile.CompiledQueries;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.db.CatalogReader;
import org.dapple.tap.db.Database;
import org.dapple.tap.explain.ExplainService;
import org.dapple.tap.query.QueryService;
import org.dapple.tap.vosi.TapCapabilities;

/** Constructs the services of the TAP server, once, from its settings; closing it closes the connections. */
public final class Wiring implements AutoCloseable {

    private final TapSettings settings;
    private final Instant startedAt = Instant.now();
    private final TapCapabilities capabilities;
    private final Database database;
    private final CatalogReader catalogReader;
    private final QueryService queryService;
    private final ExplainService explainService;

    public Wiring(TapSettings settings) {
        this.settings = settings;
        ResultFormats formats = ResultFormats.standard();
        this.capabilities = new TapCapabilities(formats, settings.limits());
        this.database = new Database(settings);
        this.catalogReader = database.catalogReader();
        CompiledQueries compiledQueries =
                new CompiledQueries(() -> catalogReader.current().catalog());
        this.queryService = new QueryService(compiledQueries, database.queryRunner(), formats, settings.limits());
        this.explainService = new ExplainService(compiledQueries, database.queryPlanner());
    }

    public TapSettings settings() {
        return settings;
    }

    /** When this process began to serve. */
    public Instant startedAt() {
        return startedAt;
    }

    public TapCapabilities capabilities() {
        return capabilities;
    }

    public Database database() {
        return database;
    }

    public CatalogReader catalogReader() {
        return catalogReader;
    }

    public QueryService queryService() {
        return queryService;
    }

    public ExplainService explainService() {
        return explainService;
    }

    @Override
    public void close() {
        database.close();
    }
}
