package org.dapple.datalink.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dapple.datalink.place.Place;
import org.junit.jupiter.api.Test;

/**
 * What every catalogue does. It holds: {@code c:two copies/a&b.fits} (42 bytes) available at FAR (10 north, 20 east, site
 * Farside, a cutout service) and TAPE; {@code c:copying} at FAR in state COPYING; {@code c:none} without copy.
 */
public interface ReplicaCatalogueContract {

    /** Longer than any answer takes. */
    Duration IN_TIME = Duration.ofSeconds(10);

    Did TWO = new Did("c", "two copies/a&b.fits");
    Did COPYING = new Did("c", "copying");
    Did NONE = new Did("c", "none");
    Did UNKNOWN = new Did("c", "unknown");

    ReplicaCatalogue catalogue() throws Exception;

    @Test
    default void findsTheCopiesOfAFileWithAllThatIsKnownOfThem() throws Exception {
        Holding.File file = (Holding.File) find(TWO).of(TWO).orElseThrow();

        assertThat(file.replicas())
                .extracting(replica -> replica.rse().name() + " " + replica.pfn())
                .containsExactlyInAnyOrder("FAR davs://far.example.org/two", "TAPE https://tape.example.org/two");
        Replica far = file.replicas().stream()
                .filter(replica -> replica.rse().name().equals("FAR"))
                .findFirst()
                .orElseThrow();
        assertThat(far.state()).isEqualTo(ReplicaState.AVAILABLE);
        assertThat(far.rse().services())
                .extracting(SodaEndpoint::url)
                .anyMatch(url -> url.matches("https://far.example.org(:443)?/soda/sync"));
    }

    @Test
    default void aFileWithoutAvailableCopyIsKnownAllTheSame() throws Exception {
        Findings findings = catalogue().find(Set.of(NONE), Deadline.in(IN_TIME));

        assertThat(findings.of(NONE))
                .hasValueSatisfying(holding ->
                        assertThat(((Holding.File) holding).replicas()).isEmpty());
        assertThat(findings.outage()).isEmpty();
    }

    @Test
    default void anUnknownDidIsAbsentAndDoesNotDisturbOthers() throws Exception {
        Findings findings = catalogue().find(Set.of(UNKNOWN, TWO), Deadline.in(IN_TIME));

        assertThat(findings.holdings()).containsOnlyKeys(TWO);
        assertThat(findings.outage()).isEmpty();
    }

    @Test
    default void nothingAskedIsNothingFound() throws Exception {
        assertThat(catalogue().find(Set.of(), Deadline.in(IN_TIME))).isEqualTo(Findings.complete(Map.of()));
    }

    private Findings find(Did did) throws Exception {
        return catalogue().find(Set.of(did), Deadline.in(IN_TIME));
    }

    /** Of catalogues that know Rucio's own tables: states, sizes, kinds of storage, places, datasets. */
    interface WithRuciosColumns extends ReplicaCatalogueContract {

        Did SET = new Did("c", "set");

        @Test
        default void tellsSizesChecksumsStatesAndPlaces() throws Exception {
            Findings findings = catalogue().find(Set.of(TWO, COPYING), Deadline.in(IN_TIME));
            Holding.File two = (Holding.File) findings.of(TWO).orElseThrow();
            Holding.File copying = (Holding.File) findings.of(COPYING).orElseThrow();

            assertThat(two.bytes()).hasValue(42L);
            assertThat(two.adler32()).hasValue("0a1b2c3d");
            assertThat(two.replicas())
                    .extracting(Replica::rse)
                    .extracting(rse -> rse.name() + " " + rse.tape() + " " + rse.readable() + " " + rse.site())
                    .containsExactlyInAnyOrder("FAR false true Optional[Farside]", "TAPE true true Optional.empty");
            assertThat(two.replicas())
                    .extracting(replica -> replica.rse().place())
                    .containsExactlyInAnyOrder(Optional.of(new Place(10, 20)), Optional.empty());
            assertThat(copying.replicas()).extracting(Replica::state).containsExactly(ReplicaState.COPYING);
        }

        @Test
        default void listsTheMembersOfADataset() throws Exception {
            assertThat(catalogue().find(Set.of(SET), Deadline.in(IN_TIME)).of(SET))
                    .hasValueSatisfying(holding -> assertThat(((Holding.Collection) holding).children())
                            .containsExactlyInAnyOrder(TWO, COPYING));
        }

        @Test
        default void knowsWhereSitesAndStorageElementsStand() throws Exception {
            assertThat(catalogue().placeOf("FAR", Deadline.in(IN_TIME))).hasValue(new Place(10, 20));
            assertThat(catalogue().placeOf("Farside", Deadline.in(IN_TIME))).hasValue(new Place(10, 20));
            assertThat(catalogue().placeOf("TAPE", Deadline.in(IN_TIME))).isEmpty();
            assertThat(catalogue().placeOf("Atlantis", Deadline.in(IN_TIME))).isEmpty();
        }
    }
}
