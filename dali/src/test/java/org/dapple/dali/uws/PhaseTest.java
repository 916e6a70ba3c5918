package org.dapple.dali.uws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseTest {

    /** Rows: from; the phases it can be followed by. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PENDING   | QUEUED HELD ABORTED",
                "QUEUED    | EXECUTING HELD ERROR ABORTED",
                "EXECUTING | QUEUED EXECUTING COMPLETED ERROR ABORTED SUSPENDED",
                "COMPLETED | ARCHIVED",
                "ERROR     | ARCHIVED",
                "ABORTED   | ARCHIVED",
                "HELD      | QUEUED ERROR ABORTED",
                "SUSPENDED | QUEUED EXECUTING ERROR ABORTED",
                "ARCHIVED  | ''",
                "UNKNOWN   | ''",
            })
    void aPhaseIsFollowedOnlyByThoseTheStandardDraws(Phase from, String followers) {
        Set<String> reached = Arrays.stream(Phase.values())
                .filter(to -> to.reachedFrom().contains(from))
                .map(Phase::name)
                .collect(Collectors.toSet());

        assertThat(String.join(" ", reached).split(" ")).containsExactlyInAnyOrder(followers.split(" "));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void aPhaseIsFoundByItsNameInAnyCase(Phase phase) {
        assertThat(Phase.named(" " + phase.name().toLowerCase(java.util.Locale.ROOT)))
                .contains(phase);
    }

    @Test
    void anUnknownNameIsNoPhase() {
        assertThat(Phase.named("DONE")).isEmpty();
    }
}
