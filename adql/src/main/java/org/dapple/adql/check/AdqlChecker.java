package org.dapple.adql.check;

import java.util.List;
import java.util.Optional;
import org.dapple.adql.AdqlException;
import org.dapple.adql.ast.Query;
import org.dapple.adql.catalog.Catalog;
import org.dapple.adql.resolved.CheckedQuery;

/** Checks queries against a catalogue. */
public final class AdqlChecker {
    private final TableNames tables;

    public AdqlChecker(Catalog catalog) {
        this.tables = new TableNames(catalog);
    }

    /**
     * The query with every name bound and every expression typed: PostgreSQL will find no fault in it.
     *
     * @throws AdqlException of kind NAME, TYPE, FEATURE or LIMIT
     */
    public CheckedQuery check(Query query) {
        try {
            return new QueryChecker(tables).query(query, Optional.empty(), List.of());
        } catch (StackOverflowError e) {
            throw AdqlException.tooDeep();
        }
    }
}
