package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.CommonTable;
import org.dapple.adql.ast.Query;
import org.dapple.adql.ast.QueryBody;
import org.dapple.adql.ast.Select;
import org.dapple.adql.ast.SetOperation;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.resolved.Body;
import org.dapple.adql.resolved.CheckedQuery;
import org.dapple.adql.resolved.CheckedSelect;

/** Checks queries and what combines them; holds what all parts of one query share. */
final class QueryChecker {
    private final Aliases aliases = new Aliases();
    private final SelectChecker selects;

    QueryChecker(TableNames tables) {
        ExpressionChecker expressions = new ExpressionChecker(this);
        this.selects = new SelectChecker(new FromChecker(tables, aliases, this, expressions), expressions);
    }

    /**
     * One query; columns of nothing but NULL are text, which is what PostgreSQL makes of them.
     *
     * @param outer the SELECT in which it is a subquery
     * @param visible the common tables it may use
     */
    CheckedQuery query(Query query, Optional<Scope> outer, List<CommonTables.Entry> visible) {
        return query(query, outer, visible, AdqlType.VARCHAR);
    }

    /**
     * One query.
     *
     * @param ofNulls the type of columns of nothing but NULL
     */
    CheckedQuery query(Query query, Optional<Scope> outer, List<CommonTables.Entry> visible, AdqlType ofNulls) {
        CheckedQuery checked = unsettled(query, outer, visible);
        return new CheckedQuery(
                checked.with(), SetColumns.settled(checked.body(), ofNulls), checked.orderBy(), checked.offset());
    }

    /** A query whose columns of nothing but NULL have no type yet: the other side of a set operator may give them one. */
    private CheckedQuery unsettled(Query query, Optional<Scope> outer, List<CommonTables.Entry> visible) {
        List<CommonTables.Entry> entries = new ArrayList<>(visible);
        List<CheckedQuery.CommonTable> with = new ArrayList<>();
        for (CommonTable table : query.with()) {
            HandedOn inner = HandedOn.by(query(table.query(), outer, entries));
            CheckedQuery checked = inner.query();
            String alias = aliases.next(table.name().folded());
            with.add(new CheckedQuery.CommonTable(alias, checked));
            entries.add(new CommonTables.Entry(table.name(), alias, checked.columns(), inner.search()));
        }
        if (query.body() instanceof Select select) {
            SelectChecker.Ordered ordered = selects.select(select, query.orderBy(), outer, entries);
            return new CheckedQuery(with, ordered.select(), ordered.orderBy(), query.offset());
        }
        Body body = body(query.body(), outer, entries);
        return new CheckedQuery(with, body, OutputOrder.of(query.orderBy(), body.columns()), query.offset());
    }

    private Body body(QueryBody body, Optional<Scope> outer, List<CommonTables.Entry> visible) {
        if (body instanceof SetOperation operation) {
            Body left = body(operation.left(), outer, visible);
            Body right = body(operation.right(), outer, visible);
            return SetColumns.combine(operation, left, right);
        }
        if (body instanceof Query query) {
            return unsettled(query, outer, visible);
        }
        CheckedSelect select =
                selects.select((Select) body, List.of(), outer, visible).select();
        return select;
    }
}
