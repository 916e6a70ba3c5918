package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dapple.adql.AdqlException;
import org.dapple.adql.ast.Name;
import org.dapple.adql.check.Relation.Member;
import org.dapple.adql.check.Relation.Named;

/** Says of a column name that means nothing, or several things, what it could have been. */
final class UnknownColumn {
    private UnknownColumn() {}

    static AdqlException of(Name name, Scope scope) {
        if (name.qualifier().isEmpty()) {
            return unqualified(name, scope);
        }
        Optional<Named> table = table(name, scope);
        if (table.isEmpty()) {
            return unknownTable(name, scope);
        }
        List<String> columns = table.get().members().stream().map(Member::name).toList();
        String near = Faults.didYouMean(name.last().text(), columns);
        return Faults.unknown("column", name.text(), name.position(), near.isEmpty() ? listed(columns) : near);
    }

    static AdqlException ambiguous(Name name, Scope scope) {
        String candidates = scope.tables().stream()
                .filter(table -> !Relation.meantBy(name.last(), table.members()).isEmpty())
                .map(table -> table.name() + "." + name.last().text())
                .collect(Collectors.joining(" or "));
        return Faults.ambiguous("column", name.text(), name.position(), "write " + candidates);
    }

    private static AdqlException unqualified(Name name, Scope scope) {
        String near = Faults.didYouMean(name.text(), names(scope));
        if (near.isEmpty() && name.last().delimited()) {
            String text = name.text().replace("'", "''");
            near = "text is written in single quotes: '" + text + "'";
        }
        if (near.isEmpty()) {
            near = listed(names(scope)) + "; text is written in single quotes: '" + name.text() + "'";
        }
        return Faults.unknown("column", name.text(), name.position(), near);
    }

    private static AdqlException unknownTable(Name name, Scope scope) {
        String qualifier = new Name(name.qualifier()).text();
        List<String> tables = new ArrayList<>();
        for (Optional<Scope> s = Optional.of(scope); s.isPresent(); s = s.get().outer()) {
            s.get().tables().forEach(table -> tables.add(table.name()));
        }
        return Faults.unknown(
                "table", qualifier, name.position(), "the tables of this query are " + String.join(", ", tables));
    }

    private static Optional<Named> table(Name name, Scope scope) {
        for (Optional<Scope> s = Optional.of(scope); s.isPresent(); s = s.get().outer()) {
            Optional<Named> table = s.get().table(name.qualifier());
            if (table.isPresent()) {
                return table;
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Scope scope) {
        List<String> names = new ArrayList<>();
        for (Optional<Scope> s = Optional.of(scope); s.isPresent(); s = s.get().outer()) {
            s.get().members().forEach(member -> names.add(member.name()));
        }
        return names;
    }

    /** A short list says it all; a long one is what TAP_SCHEMA is for. */
    private static String listed(List<String> columns) {
        return columns.size() <= 12
                ? "the columns are " + String.join(", ", columns)
                : "TAP_SCHEMA.columns lists the columns of every table";
    }
}
