package org.dapple.tap.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.dapple.adql.AdqlException;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Catalog;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.catalog.Table;
import org.dapple.adql.parse.AdqlVersion;
import org.junit.jupiter.api.Test;

class CompiledQueriesTest {

    private static final int LONG_QUERIES = 20;
    private static final String QUERY = "SELECT size FROM lake.files OFFSET 1";

    private final AtomicReference<Catalog> catalog = new AtomicReference<>(catalog(1, AdqlType.INTEGER));
    private final CompiledQueries queries = new CompiledQueries(catalog::get);

    @Test
    void theSameQueryIsCompiledOnce() {
        CompiledQuery first = queries.of(QUERY, AdqlVersion.V2_1);

        assertThat(queries.of(QUERY, AdqlVersion.V2_1)).isSameAs(first);
    }

    @Test
    void anotherCatalogueMakesEveryQueryNew() {
        assertThat(queries.of(QUERY, AdqlVersion.V2_1).fields().get(0).datatype())
                .isEqualTo("int");
        catalog.set(catalog(2, AdqlType.BIGINT));

        assertThat(queries.of(QUERY, AdqlVersion.V2_1).fields().get(0).datatype())
                .isEqualTo("long");
    }

    @Test
    void aQueryThatIsKeptInOneLanguageIsStillWrongInAnother() {
        queries.of(QUERY, AdqlVersion.V2_1);

        assertThatThrownBy(() -> queries.of(QUERY, AdqlVersion.V2_0))
                .isInstanceOf(AdqlException.class)
                .hasMessageContaining("OFFSET");
    }

    @Test
    void longQueriesMakeRoomForEachOther() {
        List<CompiledQuery> first = longQueries();
        List<CompiledQuery> again = longQueries();

        Set<CompiledQuery> different = Collections.newSetFromMap(new IdentityHashMap<>());
        different.addAll(first);
        different.addAll(again);
        assertThat(again).isEqualTo(first);
        assertThat(different).hasSizeGreaterThan(LONG_QUERIES + LONG_QUERIES / 2);
    }

    /** Together 40 million characters with their SQL: more than is kept. */
    private List<CompiledQuery> longQueries() {
        return IntStream.range(0, LONG_QUERIES)
                .mapToObj(i -> "SELECT size FROM lake.files WHERE name = '" + i + "x".repeat(1_000_000) + "'")
                .map(query -> queries.of(query, AdqlVersion.V2_1))
                .toList();
    }

    private static Catalog catalog(long version, AdqlType size) {
        List<Column> columns = List.of(Column.of("name", AdqlType.VARCHAR), Column.of("size", size));
        return Catalog.of(version, List.of(new Table("lake", "files", null, columns, SearchColumns.none())));
    }
}
