package org.dapple.tap.explain;

import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.parse.AdqlVersion;
import org.dapple.adql.parse.AdqlWriter;
import org.dapple.tap.compile.CompiledQueries;
import org.dapple.tap.compile.CompiledQuery;
import org.dapple.tap.db.QueryPlanner;

/** Explains queries: the way of a query up to the database's plan, without running it. */
public final class ExplainService {

    private final CompiledQueries compiledQueries;
    private final QueryPlanner planner;

    public ExplainService(CompiledQueries compiledQueries, QueryPlanner planner) {
        this.compiledQueries = compiledQueries;
        this.planner = planner;
    }

    /**
     * What would become of the query.
     *
     * @throws org.dapple.adql.AdqlException when the query is wrong
     * @throws org.dapple.dali.fault.ServiceFault when the database cannot plan it
     */
    public Explanation explain(String adql, AdqlVersion version) {
        CompiledQuery query = compiledQueries.of(adql, version);
        String canonical = AdqlWriter.write(AdqlParser.parse(adql, version));
        return new Explanation(canonical, query.sql(), query.fields(), planner.plan(query.sql()));
    }
}
