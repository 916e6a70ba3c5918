package org.dapple.tap.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to the user what the database's SQLSTATE (PostgreSQL 15, appendix A) means for the request. */
final class SqlFaults {

    private static final Logger LOG = LoggerFactory.getLogger(SqlFaults.class);
    static final String QUERY_CANCELED = "57014";
    private static final String INTERNAL_ERROR = "XX000";
    /** pgSphere has no SQLSTATE of its own: its complaints are known by their words. */
    private static final Pattern SHAPE = Pattern.compile("spherepoly|radius must be");

    private static final String NO_SHAPE =
            "The query makes a shape that there cannot be: a CIRCLE has a radius from 0 to 90"
                    + " degrees; a POLYGON or BOX has at least three different corners, sides that do not cross,"
                    + " and covers less than half the sky.";

    private static final String PROTOCOL_VIOLATION = "08P01";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String tooSlow;

    private SqlFaults(String tooSlow) {
        this.tooSlow = tooSlow;
    }

    /** Of statements of synchronous requests with a time limit. */
    SqlFaults(Duration timeLimit) {
        this("The query was stopped because it ran longer than a synchronous query may (" + timeLimit.toSeconds()
                + " s)."
                + " Search a smaller region, add conditions, ask for fewer rows with TOP or MAXREC,"
                + " or run it as an asynchronous job (async), which may take longer.");
    }

    /** Of the query of a job with an execution duration. */
    static SqlFaults ofJob(Duration timeLimit) {
        return new SqlFaults("The query was stopped because it ran longer than the executionduration of its job ("
                + timeLimit.toSeconds() + " s)."
                + " Give the next job a longer one before it is run, or search a smaller region or add conditions.");
    }

    /** Of an answer whose connection was taken away. */
    static ServiceFault tooSlowlyRead() {
        return ServiceFault.overloaded(
                "The answer was broken off because it was read slowly while other queries waited for a connection."
                        + " Run the query as an asynchronous job (async), whose result can be read at any speed.",
                RETRY_AFTER);
    }

    static boolean isCancelled(SQLException failure) {
        return QUERY_CANCELED.equals(failure.getSQLState());
    }

    ServiceFault of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (isCancelled(failure)) {
            return ServiceFault.of(FaultCategory.TIMEOUT, tooSlow);
        }
        if (failure instanceof PoolFullException full) {
            LOG.warn("a request is refused: {}", full.getMessage());
            return comeBack("All connections to the database are in use (%d)".formatted(full.connections()));
        }
        if (isBusy(state)) {
            LOG.warn("the database is busy: {}", failure.toString());
            return comeBack("The database is busy");
        }
        if (isUnreachable(failure, state)) {
            LOG.warn("the database cannot be reached: {}", failure.toString());
            return comeBack("The database cannot be reached");
        }
        return usage(failure, state).map(ServiceFault::usage).orElseGet(() -> ServiceFault.from(failure));
    }

    /** What is wrong with data that are to be stored, if it is that. */
    static Optional<String> ofData(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals(INTERNAL_ERROR) && SHAPE.matcher(failure.getMessage()).find()) {
            return Optional.of("a polygon has at least three different corners, sides that do not cross,"
                    + " and covers less than half the sky; one in this table does not.");
        }
        boolean data = state.startsWith("22") || state.startsWith("54");
        return data ? Optional.of(serverWords(failure) + ".") : Optional.empty();
    }

    /** What is wrong with the query, if it is that. Class 21: cardinality; 22: data; 54: program limits. */
    private static Optional<String> usage(SQLException failure, String state) {
        if (state.startsWith("21") || state.startsWith("22")) {
            return Optional.of("The query fails on the data: " + serverWords(failure)
                    + ". Exclude such rows in WHERE, or change the expression.");
        }
        if (state.startsWith("54")) {
            return Optional.of("The query is too complex for the database: " + serverWords(failure) + ".");
        }
        return state.equals(INTERNAL_ERROR)
                        && SHAPE.matcher(failure.getMessage()).find()
                ? Optional.of(NO_SHAPE)
                : Optional.empty();
    }

    private static ServiceFault comeBack(String reason) {
        return ServiceFault.overloaded(reason + "; please try again later.", RETRY_AFTER);
    }

    /** Class 53: no room, such as for more connections; 40: to be tried again. */
    private static boolean isBusy(String state) {
        return state.startsWith("53") || state.startsWith("40");
    }

    /** Class 08: connection; 57P0x: shutting down or starting. */
    private static boolean isUnreachable(SQLException failure, String state) {
        return failure instanceof SQLTransientConnectionException
                || (state.startsWith("08") && !state.equals(PROTOCOL_VIOLATION))
                || state.startsWith("57P0");
    }

    /** The first line of the message without its severity: the rest may show the SQL. */
    private static String serverWords(SQLException failure) {
        return failure.getMessage().lines().findFirst().orElse("").replaceFirst("^[A-Z]+: ", "");
    }
}
