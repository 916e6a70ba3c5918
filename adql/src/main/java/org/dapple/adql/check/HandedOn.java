package org.dapple.adql.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.resolved.CheckedQuery;
import org.dapple.adql.resolved.CheckedSelect;
import org.dapple.adql.resolved.CheckedSelect.Output;
import org.dapple.adql.resolved.Range;
import org.dapple.adql.resolved.Value.ColumnValue;

/** The search columns that a subquery hands on beside the positions and regions it selects, so that an index still serves outside of it. */
final class HandedOn {
    private final List<Output> outputs;
    private final Set<String> taken = new HashSet<>();
    private final List<Output> hidden = new ArrayList<>();
    private final List<SearchColumns.Position> positions = new ArrayList<>();
    private final List<SearchColumns.Footprint> footprints = new ArrayList<>();
    private final CheckedQuery query;

    private HandedOn(CheckedQuery query, List<Output> outputs) {
        this.query = query;
        this.outputs = outputs;
        outputs.forEach(output -> taken.add(output.column().name().toLowerCase(Locale.ROOT)));
    }

    /** What a query of plain rows can hand on; DISTINCT, GROUP BY and set operators make other rows than the table's. */
    static HandedOn by(CheckedQuery query) {
        boolean plain = query.body() instanceof CheckedSelect select
                && !select.distinct()
                && select.groupBy().isEmpty();
        HandedOn handedOn = new HandedOn(query, plain ? ((CheckedSelect) query.body()).outputs() : List.of());
        handedOn.collect();
        return handedOn;
    }

    /** The query with the columns it hands on. */
    CheckedQuery query() {
        return hidden.isEmpty()
                ? query
                : new CheckedQuery(
                        query.with(),
                        ((CheckedSelect) query.body()).handingOn(hidden),
                        query.orderBy(),
                        query.offset());
    }

    SearchColumns search() {
        return hidden.isEmpty() ? SearchColumns.none() : new SearchColumns(positions, footprints);
    }

    private void collect() {
        for (Output output : outputs) {
            if (output.value() instanceof ColumnValue column) {
                column.range().search().positions().forEach(position -> collect(output, column, position));
                column.range().search().footprints().forEach(footprint -> collect(output, column, footprint));
            }
        }
    }

    private void collect(Output output, ColumnValue ra, SearchColumns.Position position) {
        if (!ra.column().name().equals(position.ra())) {
            return;
        }
        find(ra.range(), position.dec())
                .filter(dec -> hide(ra, List.of(position.point()), List.of(position.point())))
                .ifPresent(dec -> positions.add(new SearchColumns.Position(
                        output.column().name(), dec.column().name(), position.point())));
    }

    private void collect(Output output, ColumnValue region, SearchColumns.Footprint footprint) {
        SearchColumns.Footprint outside =
                new SearchColumns.Footprint(output.column().name());
        if (region.column().name().equals(footprint.region()) && hide(region, footprint.all(), outside.all())) {
            footprints.add(outside);
        }
    }

    private Optional<Output> find(Range range, String column) {
        return outputs.stream()
                .filter(output -> output.value() instanceof ColumnValue value
                        && value.range().equals(range)
                        && value.column().name().equals(column))
                .findFirst();
    }

    /** Hands on columns under the given names, unless one of these is another column's already. */
    private boolean hide(ColumnValue beside, List<String> columns, List<String> names) {
        if (names.stream().anyMatch(name -> taken.contains(name.toLowerCase(Locale.ROOT)))) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnValue value = new ColumnValue(beside.range(), Outputs.column(columns.get(i), AdqlType.UNKNOWN));
            hidden.add(new Output(value, Outputs.column(names.get(i), AdqlType.UNKNOWN)));
            taken.add(names.get(i).toLowerCase(Locale.ROOT));
        }
        return true;
    }
}
