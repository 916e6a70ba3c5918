package org.dapple.datalink.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.dapple.datalink.place.ClientPlace;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.ReplicaState;
import org.dapple.datalink.replica.Rse;
import org.dapple.testkit.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTest {

    /** With one on the antimeridian, one near each pole, one at 0/0, two at one place, and one of unknown place. */
    private static final List<Replica> REPLICAS = List.of(
            at("ANTIMERIDIAN", 1, new Place(-17.7, 179.999)),
            at("NORTH", 1, new Place(89.99, 30)),
            at("SOUTH", 1, new Place(-90, 0)),
            at("ORIGIN", 1, new Place(0, 0)),
            at("TWIN_B", 2, new Place(-31.95, 115.86)),
            at("TWIN_A", 2, new Place(-31.95, 115.86)),
            at("TWIN_LATER", 3, new Place(-31.95, 115.86)),
            at("BEYOND", 1, new Place(21.3, -157.86)),
            at("TURNED", 1, new Place(48.8, 362.3 - 360)),
            at("CAPE", 1, new Place(-33.9249, 18.4241)),
            at("TOKYO", 1, new Place(35.68, 139.77)),
            at("UNKNOWN", 1, null));

    private final Random random = new Random(20261124);

    @Test
    void nearestIsWhatAstropySaysForAThousandClients(@TempDir Path folder) throws IOException {
        List<Place> clients = new ArrayList<>(List.of(
                new Place(0, 0),
                new Place(90, 0),
                new Place(-90, 123),
                new Place(10, 180),
                new Place(10, -180),
                new Place(-17.7, -179.999)));
        IntStream.range(0, 994).forEach(i -> clients.add(anywhere()));
        Path rses = Files.writeString(
                folder.resolve("rses.csv"),
                REPLICAS.stream()
                        .map(replica -> "%s,%d,%s"
                                .formatted(
                                        replica.rse().name(),
                                        replica.priority(),
                                        replica.rse()
                                                .place()
                                                .map(RankingTest::csv)
                                                .orElse(",")))
                        .collect(Collectors.joining("\n")));
        Path places = Files.writeString(
                folder.resolve("clients.csv"),
                clients.stream().map(RankingTest::csv).collect(Collectors.joining("\n")));

        Program.Result expected =
                Program.python().run("src/test/resources/rank_by_distance.py", rses.toString(), places.toString());

        assertThat(clients.stream().map(this::order).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(expected.output());
    }

    @Test
    void distancesAreGreatCirclesToAMetre() {
        assertThat(new Place(0, 0).distanceTo(new Place(0, 180))).isEqualTo(Math.PI * 6371.0088);
        assertThat(new Place(90, 77).distanceTo(new Place(-90, -12))).isCloseTo(Math.PI * 6371.0088, within());
        assertThat(new Place(10, 179.5).distanceTo(new Place(10, -179.5))).isCloseTo(109.505, within());
        assertThat(new Place(52.2, 0.1).distanceTo(new Place(52.2, -359.9))).isCloseTo(0, within());
        assertThat(new Place(0, 0).distanceTo(new Place(0, 1e-6))).isCloseTo(0.000111195, within());
    }

    @Test
    void whatCanBeReadNowComesFirstAndDiskBeforeTape() {
        Place here = new Place(50, 8);
        Rse tape = new Rse("TAPE", Optional.empty(), true, true, Optional.of(here), List.of());
        Rse closed = new Rse("CLOSED", Optional.empty(), false, false, Optional.of(here), List.of());
        List<Replica> replicas = List.of(
                new Replica(closed, "https://closed/f", ReplicaState.AVAILABLE, 1),
                new Replica(tape, "https://tape/f", ReplicaState.AVAILABLE, 1),
                at("FAR", 9, new Place(-50, -172)));
        Ranking ranking = new Ranking(Order.NEAREST, Optional.of(new ClientPlace(here, "here")), random);

        assertThat(ranking.rank(replicas))
                .extracting(ranked -> ranked.replica().rse().name() + ": " + ranked.reason())
                .containsExactly("FAR: 20,015 km from here", "TAPE: 0 km from here", "CLOSED: 0 km from here");
    }

    @Test
    void withoutAPlaceOfTheClientItIsRuciosPriority() {
        Ranking ranking = new Ranking(Order.NEAREST, Optional.empty(), random);

        assertThat(ranking.rank(List.of(REPLICAS.get(6), REPLICAS.get(4), REPLICAS.get(5), REPLICAS.get(0))))
                .extracting(ranked -> ranked.replica().rse().name())
                .containsExactly("ANTIMERIDIAN", "TWIN_A", "TWIN_B", "TWIN_LATER");
    }

    private String order(Place client) {
        Ranking ranking = new Ranking(Order.NEAREST, Optional.of(new ClientPlace(client, "here")), random);
        return ranking.rank(REPLICAS).stream()
                .map(ranked -> ranked.replica().rse().name())
                .collect(Collectors.joining(" "));
    }

    private Place anywhere() {
        return new Place(Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)), 360 * random.nextDouble() - 180);
    }

    private static String csv(Place place) {
        return String.format(Locale.ROOT, "%.9f,%.9f", place.latitude(), place.longitude());
    }

    private static Replica at(String rse, int priority, Place place) {
        return new Replica(
                new Rse(rse, Optional.empty(), false, true, Optional.ofNullable(place), List.of()),
                "https://" + rse + "/file",
                ReplicaState.AVAILABLE,
                priority);
    }

    private static Offset<Double> within() {
        return Offset.offset(0.001);
    }
}
