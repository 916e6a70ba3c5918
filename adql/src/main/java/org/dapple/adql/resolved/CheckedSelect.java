package org.dapple.adql.resolved;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One SELECT.
 *
 * @param hidden search columns that it hands on to the query around it, after its outputs
 */
public record CheckedSelect(
        boolean distinct,
        OptionalLong top,
        List<Output> outputs,
        List<Output> hidden,
        List<Source> from,
        Optional<Condition> where,
        List<Value> groupBy,
        Optional<Condition> having)
        implements Body {
    public CheckedSelect {
        outputs = List.copyOf(outputs);
        hidden = List.copyOf(hidden);
        from = List.copyOf(from);
        groupBy = List.copyOf(groupBy);
    }

    @Override
    public List<OutputColumn> columns() {
        return outputs.stream().map(Output::column).toList();
    }

    /** The same with other outputs. */
    public CheckedSelect with(List<Output> others) {
        return new CheckedSelect(distinct, top, others, hidden, from, where, groupBy, having);
    }

    /** The same handing on search columns. */
    public CheckedSelect handingOn(List<Output> searchColumns) {
        return new CheckedSelect(distinct, top, outputs, searchColumns, from, where, groupBy, having);
    }

    /** A value and what it is called and known to be in the result. */
    public record Output(Value value, OutputColumn column) {}
}
