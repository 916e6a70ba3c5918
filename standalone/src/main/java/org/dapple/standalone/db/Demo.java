package org.dapple.standalone.db;

import java.sql.SQLException;
import java.util.OptionalInt;
import org.dapple.dbinit.demo.DemoSurvey;
import org.dapple.standalone.state.DemoState;
import org.dapple.standalone.state.Problem;
import org.dapple.standalone.state.StateFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a start loads the demonstration survey, and loads it. */
public record Demo(StateFolder state, DatabaseAccess owner) {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    /**
     * What the command line asked for.
     *
     * @param size number of DIDs, 0 for none, empty when nothing was said
     */
    public record Wish(OptionalInt size) {

        public static Wish none() {
            return new Wish(OptionalInt.of(0));
        }

        public static Wish unspoken() {
            return new Wish(OptionalInt.empty());
        }

        /**
         * A survey of a size.
         *
         * @throws Problem when it is less than 1
         */
        public static Wish of(int size) {
            if (size < 1) {
                throw new Problem("--demo %d: expected a number of DIDs, at least 1".formatted(size));
            }
            return new Wish(OptionalInt.of(size));
        }
    }

    /** A load that was interrupted is repeated: the survey is always the same, and upserted. */
    public void fulfil(Wish wish) {
        var last = state.demo();
        int loaded = last.map(DemoState::loaded).orElse(0);
        int wanted = wish.size().orElseGet(() -> last.map(DemoState::wanted).orElseGet(this::sizeForFirstStart));
        if (wanted > loaded) {
            state.remember(new DemoState(wanted, loaded));
            LOG.info("Loading the demonstration survey: {} DIDs", wanted);
            load(owner, wanted);
            loaded = wanted;
        }
        state.remember(new DemoState(loaded, loaded));
    }

    /** Loads a survey of this size unless the database has as many DIDs; without a state folder to remember anything in. */
    public static void fill(DatabaseAccess owner, int size) {
        if (DatabaseReport.of(owner).dids() < size) {
            LOG.info("Loading the demonstration survey: {} DIDs", size);
            load(owner, size);
        }
    }

    private static void load(DatabaseAccess owner, int size) {
        try {
            new DemoSurvey(size).writeTo(owner.jdbcUrl(), owner.user(), owner.password(), new LoadProgress()::written);
        } catch (SQLException e) {
            throw new Problem("Cannot load the demonstration survey: " + e.getMessage(), e);
        }
    }

    private int sizeForFirstStart() {
        var dids = DatabaseReport.of(owner).dids();
        if (dids > 0) {
            LOG.info("No demonstration survey: the database has {} DIDs already", dids);
        }
        return dids == 0 ? DemoSurvey.DEFAULT_SIZE : 0;
    }
}
