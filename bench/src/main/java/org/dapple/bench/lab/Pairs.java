package org.dapple.bench.lab;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Two ways to do the same, taken in turns, so that both suffer alike from whatever else the machine does.
 *
 * @param ours seconds of the service
 * @param theirs seconds of PostgreSQL alone
 * @param ratios of the two, pair by pair
 */
public record Pairs(Sample ours, Sample theirs, Sample ratios) {

    /** Takes each once without noting it, then so many pairs. */
    public static Pairs measure(int count, Task ours, Task theirs) throws IOException, SQLException {
        ours.run();
        theirs.run();
        List<Double> ourSeconds = new ArrayList<>();
        List<Double> theirSeconds = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ourSeconds.add(ours.seconds());
            theirSeconds.add(theirs.seconds());
            ratios.add(ourSeconds.get(i) / theirSeconds.get(i));
        }
        return new Pairs(Sample.of(ourSeconds), Sample.of(theirSeconds), Sample.of(ratios));
    }
}
