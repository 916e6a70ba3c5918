package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Name;
import org.dapple.adql.ast.Position;
import org.dapple.adql.check.Relation.Member;
import org.dapple.adql.check.Relation.Named;
import org.dapple.adql.resolved.Value;

/**
 * The names an expression of one SELECT can use, and what it has used so far.
 *
 * <p>Columns used outside aggregates are noted, because a grouped SELECT may use only those it groups by, also in its subqueries.
 */
final class Scope {
    private final Optional<Scope> outer;
    private final List<Named> tables;
    private final List<Member> members;
    private final List<CommonTables.Entry> commonTables;
    private final List<Value> groupKeys = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private Clause clause = Clause.ON;
    private boolean aggregated;
    private int insideAggregate;
    private int ownUses;
    private int outerUses;

    /** A column where it was written. */
    record Use(Value column, String name, Position position) {}

    Scope(Optional<Scope> outer, List<Named> tables, List<Member> members, List<CommonTables.Entry> commonTables) {
        this.outer = outer;
        this.tables = tables;
        this.members = members;
        this.commonTables = commonTables;
    }

    List<CommonTables.Entry> commonTables() {
        return commonTables;
    }

    List<Named> tables() {
        return tables;
    }

    List<Member> members() {
        return members;
    }

    Clause clause() {
        return clause;
    }

    /** Goes on to the next clause; what was used before the select list need not be grouped. */
    void enter(Clause next) {
        clause = next;
        if (next == Clause.SELECT) {
            uses.clear();
        }
    }

    void groupBy(List<Value> keys) {
        groupKeys.addAll(keys);
        aggregated |= !keys.isEmpty();
    }

    void aggregate() {
        aggregated = true;
    }

    boolean isAggregated() {
        return aggregated;
    }

    /** A mark to come back to with {@link #forgive}. */
    int mark() {
        return uses.size();
    }

    /** Forgets the uses since the mark: they were inside an aggregate or a group key. */
    void forgive(int mark) {
        uses.subList(mark, uses.size()).clear();
    }

    boolean isGroupKey(Value value) {
        return groupKeys.contains(value);
    }

    /** How often columns of this SELECT's own tables were used until now. */
    int ownUses() {
        return ownUses;
    }

    int outerUses() {
        return outerUses;
    }

    boolean isInsideAggregate() {
        return insideAggregate > 0;
    }

    void enterAggregate() {
        insideAggregate++;
    }

    void leaveAggregate() {
        insideAggregate--;
    }

    /** The first column that a grouped SELECT may not use where it does. */
    Optional<Use> ungrouped() {
        return aggregated ? uses.stream().findFirst() : Optional.empty();
    }

    /** Whether an unqualified name is a column of this SELECT's own tables. */
    boolean has(Identifier name) {
        return !Relation.meantBy(name, members).isEmpty();
    }

    /** The column a name means, here or in the queries around. */
    Value column(Name name) {
        Scope scope = this;
        while (true) {
            Optional<Member> member = scope.find(name);
            if (member.isPresent()) {
                return scope.use(member.get(), name, this);
            }
            if (scope.outer.isEmpty()) {
                throw UnknownColumn.of(name, this);
            }
            scope = scope.outer.get();
        }
    }

    Optional<Scope> outer() {
        return outer;
    }

    private Value use(Member member, Name name, Scope user) {
        if (user != this) {
            user.outerUses++;
        }
        note(member, name.text(), name.position());
        return member.value();
    }

    /** Notes a column that {@code *} stands for. */
    void use(Member member, Position position) {
        note(member, member.name(), position);
    }

    private void note(Member member, String name, Position position) {
        ownUses++;
        if (!groupKeys.contains(member.value())) {
            uses.add(new Use(member.value(), name, position));
        }
    }

    private Optional<Member> find(Name name) {
        List<Member> found = name.qualifier().isEmpty()
                ? Relation.meantBy(name.last(), members)
                : table(name.qualifier())
                        .map(table -> Relation.meantBy(name.last(), table.members()))
                        .orElse(List.of());
        if (found.size() > 1) {
            throw UnknownColumn.ambiguous(name, this);
        }
        return found.stream().findFirst();
    }

    /** The table of this SELECT that a qualifier means. */
    Optional<Named> table(List<Identifier> qualifier) {
        List<Named> found =
                tables.stream().filter(table -> table.isMeantBy(qualifier)).toList();
        if (found.size() > 1) {
            Name name = new Name(qualifier);
            throw Faults.ambiguous("table", name.text(), name.position(), "give the tables different aliases");
        }
        return found.stream().findFirst();
    }
}
