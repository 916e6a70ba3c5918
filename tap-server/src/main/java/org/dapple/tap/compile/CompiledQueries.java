package org.dapple.tap.compile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Supplier;
import org.dapple.adql.AdqlException;
import org.dapple.adql.ast.Query;
import org.dapple.adql.catalog.Catalog;
import org.dapple.adql.catalog.Table;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.parse.AdqlVersion;
import org.dapple.adql.resolved.CheckedQuery;
import org.dapple.adql.sql.PgSphereTranslator;
import org.dapple.adql.sql.Sql;

/**
 * Compiles queries, and keeps what was used lately under its text, its language and the version of the catalogue: a
 * change of TAP_SCHEMA makes every query new. What does not compile is not kept.
 */
public final class CompiledQueries {

    /** Of all texts together; in memory they take about as many bytes, or twice as many where they are not Latin. */
    private static final int MAX_CHARACTERS = 16 << 20;

    /** What a field takes beside its texts, which it shares with the catalogue. */
    private static final int FIELD_WEIGHT = 64;

    private final Supplier<Catalog> catalog;
    private final Cache<Key, CompiledQuery> known;

    /** @param catalog tells the present catalogue; it is asked for each query */
    public CompiledQueries(Supplier<Catalog> catalog) {
        this.catalog = catalog;
        // What has to be cleared away is little: no thread of another class loader is needed for it.
        this.known = Caffeine.newBuilder()
                .maximumWeight(MAX_CHARACTERS)
                .weigher(CompiledQueries::weight)
                .executor(Runnable::run)
                .build();
    }

    /**
     * The compiled form of a query.
     *
     * @throws AdqlException when it is not ADQL of this version, or does not fit the catalogue
     */
    public CompiledQuery of(String adql, AdqlVersion version) {
        Catalog current = catalog.get();
        Key key = new Key(adql, version, current.version());
        CompiledQuery found = known.getIfPresent(key);
        if (found != null) {
            return found;
        }
        CompiledQuery compiled = compiled(adql, version, current);
        known.put(key, compiled);
        return compiled;
    }

    /**
     * The compiled form of a query that brings tables along; it is kept only when it brings none.
     *
     * @throws AdqlException as above
     */
    public CompiledQuery of(String adql, AdqlVersion version, List<Table> brought) {
        return brought.isEmpty()
                ? of(adql, version)
                : compiled(adql, version, catalog.get().with(brought));
    }

    /**
     * The compiled form of a query that was built rather than written; it is not kept, since each has other numbers.
     *
     * @throws AdqlException when it does not fit the catalogue
     */
    public CompiledQuery of(Query query) {
        return compiled(query, catalog.get());
    }

    private static CompiledQuery compiled(String adql, AdqlVersion version, Catalog catalog) {
        return compiled(AdqlParser.parse(adql, version), catalog);
    }

    private static CompiledQuery compiled(Query query, Catalog catalog) {
        CheckedQuery checked = new AdqlChecker(catalog).check(query);
        Sql sql = PgSphereTranslator.translate(checked);
        return new CompiledQuery(sql.text(), ResultFields.of(sql.columns()), DataProducts.in(sql.columns()));
    }

    private static int weight(Key key, CompiledQuery query) {
        return key.adql().length()
                + query.sql().length()
                + FIELD_WEIGHT * query.fields().size();
    }

    private record Key(String adql, AdqlVersion version, long catalogVersion) {}
}
