package org.dapple.adql.check;

import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Name;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.resolved.OutputColumn;

/** The queries of WITH that are visible at some place; later ones hide earlier ones of the same name. */
final class CommonTables {
    private CommonTables() {}

    /**
     * One of them.
     *
     * @param alias its name in the SQL
     */
    record Entry(Identifier name, String alias, List<OutputColumn> columns, SearchColumns search) {}

    static Optional<Entry> find(Name name, List<Entry> visible) {
        if (name.parts().size() > 1) {
            return Optional.empty();
        }
        Optional<Entry> found = Optional.empty();
        for (Entry entry : visible) {
            if (name.last().means(entry.name().text())) {
                found = Optional.of(entry);
            }
        }
        return found;
    }
}
