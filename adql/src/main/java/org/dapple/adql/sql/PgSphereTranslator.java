package org.dapple.adql.sql;

import org.dapple.adql.AdqlException;
import org.dapple.adql.resolved.CheckedQuery;

/** Writes checked queries in the SQL of PostgreSQL 15 with pgSphere 1.2 or newer. */
public final class PgSphereTranslator {
    private PgSphereTranslator() {}

    /**
     * The query as SQL. Row limits other than TOP are the caller's business.
     *
     * @throws AdqlException of kind LIMIT when it is nested too deeply
     */
    public static Sql translate(CheckedQuery query) {
        try {
            return new Sql(new QueryWriter().result(query), query.columns());
        } catch (StackOverflowError e) {
            throw AdqlException.tooDeep();
        }
    }
}
