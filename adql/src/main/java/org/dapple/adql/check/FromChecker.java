package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.TableReference;
import org.dapple.adql.ast.TableReference.Derived;
import org.dapple.adql.ast.TableReference.Join;
import org.dapple.adql.ast.TableReference.Named;
import org.dapple.adql.catalog.Table;
import org.dapple.adql.check.Relation.Member;
import org.dapple.adql.resolved.CheckedQuery;
import org.dapple.adql.resolved.OutputColumn;
import org.dapple.adql.resolved.Range;
import org.dapple.adql.resolved.Source;
import org.dapple.adql.resolved.Value;

/** Finds the tables of FROM and the columns they bring. */
final class FromChecker {
    private final TableNames names;
    private final Aliases aliases;
    private final QueryChecker queries;
    private final JoinChecker joins;

    FromChecker(TableNames names, Aliases aliases, QueryChecker queries, ExpressionChecker expressions) {
        this.names = names;
        this.aliases = aliases;
        this.queries = queries;
        this.joins = new JoinChecker(expressions);
    }

    /** All that FROM brings. */
    record Tables(List<Source> sources, List<Relation.Named> tables, List<Member> members) {
        Scope scope(Optional<Scope> outer, List<CommonTables.Entry> visible) {
            return new Scope(outer, tables, members, visible);
        }
    }

    Tables tables(List<TableReference> references, Optional<Scope> outer, List<CommonTables.Entry> visible) {
        Tables all = new Tables(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (TableReference reference : references) {
            Relation relation = relation(reference, outer, visible);
            all.sources().add(relation.source());
            all.tables().addAll(relation.tables());
            all.members().addAll(relation.members());
        }
        return all;
    }

    private Relation relation(TableReference reference, Optional<Scope> outer, List<CommonTables.Entry> visible) {
        if (reference instanceof Named named) {
            return CommonTables.find(named.name(), visible)
                    .map(entry -> common(named, entry))
                    .orElseGet(() -> published(named, visible));
        }
        if (reference instanceof Derived derived) {
            HandedOn inner = HandedOn.by(queries.query(derived.query(), outer, visible));
            CheckedQuery query = inner.query();
            Range range = new Range(aliases.next(derived.alias().folded()), inner.search());
            return relation(new Source.OfQuery(range, query), derived.alias().text(), members(range, query.columns()));
        }
        Join join = (Join) reference;
        return joins.join(
                join, relation(join.left(), outer, visible), relation(join.right(), outer, visible), outer, visible);
    }

    private Relation common(Named named, CommonTables.Entry entry) {
        String name = named.alias().orElse(entry.name()).text();
        Range range = new Range(aliases.next(named.alias().orElse(entry.name()).folded()), entry.search());
        return relation(new Source.OfCommonTable(range, entry.alias()), name, members(range, entry.columns()));
    }

    private Relation published(Named named, List<CommonTables.Entry> visible) {
        Table table = names.find(named.name(), visible);
        String name = named.alias().map(alias -> alias.text()).orElse(table.name());
        String alias = named.alias().map(a -> a.folded()).orElse(table.name());
        Range range = new Range(aliases.next(alias), table.search());
        List<Member> members = members(range, names.columns(table));
        Optional<Table> qualifiable = named.alias().isPresent() ? Optional.empty() : Optional.of(table);
        return new Relation(
                new Source.OfTable(range, table), List.of(new Relation.Named(name, qualifiable, members)), members);
    }

    private static Relation relation(Source source, String name, List<Member> members) {
        return new Relation(source, List.of(new Relation.Named(name, Optional.empty(), members)), members);
    }

    private static List<Member> members(Range range, List<OutputColumn> columns) {
        return columns.stream()
                .map(column -> new Member(column.name(), new Value.ColumnValue(range, column), column))
                .toList();
    }
}
