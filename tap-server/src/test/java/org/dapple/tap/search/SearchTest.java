package org.dapple.tap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final Map<String, String> MAIN = Map.of("s_ra", "pos.eq.ra;meta.main");

    @Test
    void aUcdThatAProtocolWantsOfOneColumnIsOfNoOther() {
        List<Field> columns = List.of(
                column("s_ra", "pos.eq.ra"),
                column("s_dec", "pos.eq.dec"),
                column("site_ra", "pos.eq.ra;meta.main"),
                column("note", null));

        assertThat(search(OptionalLong.empty()).fields(columns))
                .extracting(Field::name, Field::ucd, Field::unit)
                .containsExactly(
                        tuple("s_ra", "pos.eq.ra;meta.main", "deg"),
                        tuple("s_dec", "pos.eq.dec", "deg"),
                        tuple("site_ra", null, "deg"),
                        tuple("note", null, "deg"));
    }

    @Test
    void onlyALimitOfZeroAsksForMetadata() {
        assertThat(search(OptionalLong.of(0)).isForMetadata()).isTrue();
        assertThat(search(OptionalLong.of(1)).isForMetadata()).isFalse();
        assertThat(search(OptionalLong.empty()).isForMetadata()).isFalse();
    }

    @Test
    void aRequestIsToldByItsUrlUnlessThatIsTooLong() {
        assertThat(Search.url("https://example.org/scs", sent("10"))).contains("https://example.org/scs?RA=10");
        assertThat(Search.url("https://example.org/scs", sent("1".repeat(8000))))
                .isEmpty();
    }

    private static Parameters sent(String rightAscension) {
        return Parameters.of(Map.of("RA", List.of(rightAscension)));
    }

    private static Search search(OptionalLong maxRec) {
        return new Search(
                "ivo://ivoa.net/std/ConeSearch",
                Trees.select(List.of(), Trees.text("")),
                MAIN,
                Optional.empty(),
                maxRec,
                Optional.empty(),
                Optional.empty());
    }

    private static Field column(String name, String ucd) {
        return new Field(name, WireType.DOUBLE, "double", null, null, "deg", ucd, null, null);
    }
}
