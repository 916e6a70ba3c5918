package org.dapple.adql.ast;

import java.util.Optional;

/** One item of a select list. */
public sealed interface SelectItem {
    /** {@code *} or {@code table.*}. */
    record AllColumns(Optional<Name> table, Position position) implements SelectItem {}

    /** An expression and the name it is to have. */
    record Value(Expression expression, Optional<Identifier> alias) implements SelectItem {}
}
