package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of("s_ra", "s_dec", "obs_id", "obs_title", "target_name", "t_min");

    @ParameterizedTest
    @CsvSource({
        "s_raa,s_ra",
        "S_RA,s_ra",
        "sra,s_ra",
        "s_dce,s_dec",
        "obsid,obs_id",
        "targetname,target_name",
        "tmin,t_min"
    })
    void aSlipOfAFewLettersIsForgiven(String wanted, String meant) {
        assertThat(Nearest.to(wanted, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"ra", "x", "observation", "title"})
    void aNameThatIsNotNearIsNotGuessed(String wanted) {
        assertThat(Nearest.to(wanted, NAMES)).isEmpty();
    }

    @Test
    void theNearestOfSeveralComesFirst() {
        assertThat(Nearest.all("t_mn", List.of("t_max", "t_min", "t_me", "t_mi", "em_min")))
                .containsExactly("t_me", "t_mi", "t_min");
    }

    @Test
    void endlessNamesCostNothing() {
        assertThat(Nearest.to("x".repeat(1_000_000), NAMES)).isEmpty();
    }
}
