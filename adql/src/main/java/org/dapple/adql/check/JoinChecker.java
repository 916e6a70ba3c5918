package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dapple.adql.ast.ComparisonOperator;
import org.dapple.adql.ast.Identifier;
import org.dapple.adql.ast.Position;
import org.dapple.adql.ast.TableReference.Join;
import org.dapple.adql.ast.TableReference.JoinCondition;
import org.dapple.adql.ast.TableReference.JoinType;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.check.Relation.Member;
import org.dapple.adql.resolved.Condition;
import org.dapple.adql.resolved.OutputColumn;
import org.dapple.adql.resolved.Source;
import org.dapple.adql.resolved.Value;

/**
 * Joins two relations. NATURAL and USING become equalities, and each of their columns becomes one column whose value is that of the side
 * that always has one, so that the SQL needs no name resolution of PostgreSQL's.
 */
final class JoinChecker {
    private final ExpressionChecker expressions;

    JoinChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    Relation join(Join join, Relation left, Relation right, Optional<Scope> outer, List<CommonTables.Entry> visible) {
        List<Relation.Named> tables = concat(left.tables(), right.tables());
        List<Pair> pairs = pairs(join, left, right);
        Optional<Condition> on = join.condition() instanceof JoinCondition.On condition
                ? Optional.of(expressions.condition(
                        condition.condition(),
                        new Scope(outer, tables, concat(left.members(), right.members()), visible)))
                : equalities(pairs);
        if (join.type() != JoinType.INNER && on.isEmpty()) {
            throw Faults.type("JOIN", join.position(), "An outer JOIN needs ON, USING or columns of the same name");
        }
        if (join.type() == JoinType.FULL && !on.map(JoinChecker::isEquality).orElse(false)) {
            throw Faults.type(
                    "JOIN",
                    join.position(),
                    "A FULL JOIN needs equalities between columns of its two sides, joined by AND");
        }
        Source source = new Source.OfJoin(join.type(), left.source(), right.source(), on);
        return new Relation(source, tables, members(join.type(), left, right, pairs));
    }

    /** The two columns that USING or NATURAL makes one. */
    private record Pair(Member left, Member right, AdqlType type) {
        Condition equality() {
            return new Condition.Comparison(ComparisonOperator.EQUAL, left.value(), right.value());
        }

        Member merged(JoinType join) {
            Value value = switch (join) {
                case INNER, LEFT -> left.value();
                case RIGHT -> right.value();
                case FULL -> new Value.Coalesce(type, List.of(left.value(), right.value()));
            };
            OutputColumn column = switch (join) {
                case INNER, LEFT -> left.column();
                case RIGHT -> right.column();
                case FULL -> left.column().sharedWith(right.column());
            };
            return new Member(left.name(), value, column.typed(value.type()));
        }
    }

    private static List<Pair> pairs(Join join, Relation left, Relation right) {
        if (join.condition() instanceof JoinCondition.Using using) {
            return using.columns().stream()
                    .map(name -> pair(name, name.position(), left, right))
                    .toList();
        }
        if (!(join.condition() instanceof JoinCondition.Natural)) {
            return List.of();
        }
        return left.members().stream()
                .map(member -> new Identifier(member.name(), false, join.position()))
                .filter(name -> !Relation.meantBy(name, right.members()).isEmpty())
                .map(name -> pair(name, join.position(), left, right))
                .toList();
    }

    private static Pair pair(Identifier name, Position position, Relation left, Relation right) {
        Member one = single(name, position, left, "left");
        Member other = single(name, position, right, "right");
        AdqlType type = Types.common(one.value().type(), other.value().type())
                .filter(common -> isComparable(common, name, position))
                .orElseThrow(() -> Faults.type(
                        name.text(),
                        position,
                        "Column %s is %s on one side of the JOIN and %s on the other"
                                .formatted(
                                        name.text(),
                                        Types.words(one.value().type()),
                                        Types.words(other.value().type()))));
        return new Pair(one, other, type);
    }

    private static boolean isComparable(AdqlType type, Identifier name, Position position) {
        if (type.isArray()) {
            throw Faults.type(
                    name.text(), position, "A JOIN cannot compare column %s, an array".formatted(name.text()));
        }
        return Types.isComparable(type);
    }

    private static Member single(Identifier name, Position position, Relation side, String which) {
        List<Member> found = Relation.meantBy(name, side.members());
        if (found.size() > 1) {
            throw Faults.ambiguous(
                    "column", name.text(), position, "the %s side of the JOIN has several".formatted(which));
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> Faults.unknown(
                        "column", name.text(), position, "the %s side of the JOIN has none".formatted(which)));
    }

    private static Optional<Condition> equalities(List<Pair> pairs) {
        List<Condition> equalities = pairs.stream().map(Pair::equality).toList();
        return switch (equalities.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(equalities.get(0));
            default -> Optional.of(new Condition.And(equalities));
        };
    }

    /** PostgreSQL can make a full join only by sorting or hashing both sides. */
    private static boolean isEquality(Condition on) {
        if (on instanceof Condition.And and) {
            return and.conditions().stream().allMatch(JoinChecker::isEquality);
        }
        return on instanceof Condition.Comparison comparison
                && comparison.operator() == ComparisonOperator.EQUAL
                && !(comparison.left() instanceof Value.Constant)
                && !(comparison.right() instanceof Value.Constant);
    }

    private static List<Member> members(JoinType type, Relation left, Relation right, List<Pair> pairs) {
        List<Member> members = new ArrayList<>();
        pairs.forEach(pair -> members.add(pair.merged(type)));
        left.members().stream()
                .filter(member -> pairs.stream().noneMatch(pair -> pair.left().equals(member)))
                .forEach(members::add);
        right.members().stream()
                .filter(member -> pairs.stream().noneMatch(pair -> pair.right().equals(member)))
                .forEach(members::add);
        return members;
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
