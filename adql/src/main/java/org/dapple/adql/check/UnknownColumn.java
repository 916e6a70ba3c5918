package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.AdqlException;
import org.dapple.adql.Nearest;
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
        List<String> near = Nearest.all(name.last().text(), columns).stream()
                .map(column -> new Name(name.qualifier()).text() + "." + column)
                .toList();
        return Faults.unknown("column", name.text(), name.position(), near, listed(columns));
    }

    static AdqlException ambiguous(Name name, Scope scope) {
        List<String> candidates = scope.tables().stream()
                .filter(table -> !Relation.meantBy(name.last(), table.members()).isEmpty())
                .map(table -> table.name() + "." + name.last().text())
                .toList();
        return Faults.ambiguous("column", name.text(), name.position(), candidates);
    }

    private static AdqlException unqualified(Name name, Scope scope) {
        List<String> near = Nearest.all(name.text(), names(scope));
        String text = "text is written in single quotes: '" + name.text().replace("'", "''") + "'";
        String otherwise = name.last().delimited() ? text : listed(names(scope)) + "; " + text;
        return Faults.unknown("column", name.text(), name.position(), near, otherwise);
    }

    private static AdqlException unknownTable(Name name, Scope scope) {
        String qualifier = new Name(name.qualifier()).text();
        List<String> tables = new ArrayList<>();
        for (Optional<Scope> s = Optional.of(scope); s.isPresent(); s = s.get().outer()) {
            s.get().tables().forEach(table -> tables.add(table.name()));
        }
        return Faults.unknown(
                "table",
                qualifier,
                name.position(),
                qualifier.length() > 2 ? Nearest.all(qualifier, tables) : List.of(),
                "the tables of this query are " + String.join(", ", tables));
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
