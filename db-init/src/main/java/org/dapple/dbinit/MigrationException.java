package org.dapple.dbinit;

import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A database could not be brought to the present schema; the message says why, and what to do where that is known. */
public final class MigrationException extends FlywayException {

    private static final long serialVersionUID = 1;

    MigrationException(FlywayException cause) {
        super(words(cause), cause);
    }

    /** What the database said, with its hint, without Flyway's frame around it. */
    private static String words(FlywayException failure) {
        return Stream.iterate((Throwable) failure, e -> e != null, Throwable::getCause)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .map(MigrationException::words)
                .findFirst()
                .orElse(failure.getMessage());
    }

    private static String words(PSQLException error) {
        ServerErrorMessage server = error.getServerErrorMessage();
        if (server == null) {
            return error.getMessage();
        }
        return server.getHint() == null ? server.getMessage() : server.getMessage() + ". " + server.getHint();
    }
}
