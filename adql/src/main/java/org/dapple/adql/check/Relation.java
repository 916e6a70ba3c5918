package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.catalog.Table;
import org.dapple.adql.resolved.OutputColumn;
import org.dapple.adql.resolved.Source;
import org.dapple.adql.resolved.Value;

/**
 * A table reference that has been understood.
 *
 * @param tables those in it, for qualified names and {@code t.*}
 * @param members its columns for unqualified names and {@code *}; the columns of USING and NATURAL stand here once and first
 */
record Relation(Source source, List<Named> tables, List<Member> members) {

    /** A column by its ADQL name. */
    record Member(String name, Value value, OutputColumn column) {}

    /**
     * A table under the name by which this query calls it.
     *
     * @param table the published table when it was given no alias, so that its schema may qualify too
     */
    record Named(String name, Optional<Table> table, List<Member> members) {
        /** Whether {@code name}, {@code schema.name} or {@code catalog.schema.name} is this table. */
        boolean isMeantBy(List<Identifier> qualifier) {
            int last = qualifier.size() - 1;
            if (!qualifier.get(last).means(name)) {
                return false;
            }
            return last == 0
                    || table.filter(t -> qualifier.get(last - 1).means(t.schema()))
                            .isPresent();
        }
    }

    /** Those of several that an identifier means; a name in exactly its spelling goes before others. */
    static List<Member> meantBy(Identifier name, List<Member> members) {
        List<Member> found = new ArrayList<>();
        for (Member member : members) {
            if (name.means(member.name())) {
                found.add(member);
            }
        }
        if (found.size() > 1) {
            List<Member> exact =
                    found.stream().filter(m -> m.name().equals(name.folded())).toList();
            return exact.size() == 1 ? exact : found;
        }
        return found;
    }
}
