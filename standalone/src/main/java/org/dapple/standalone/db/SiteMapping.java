package org.dapple.standalone.db;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dapple.dbinit.mapping.Backfill;
import org.dapple.dbinit.mapping.MappingStore;
import org.dapple.dbinit.mapping.Trial;
import org.dapple.dbinit.mapping.file.Mapping;
import org.dapple.dbinit.mapping.file.MappingFaultsException;
import org.dapple.standalone.state.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How metadata become columns in a database, for operators. */
public record SiteMapping(DatabaseAccess owner) {

    private static final Logger LOG = LoggerFactory.getLogger(SiteMapping.class);
    private static final Duration WRITERS_PATIENCE = Duration.ofSeconds(10);

    /** A server looks at TAP_SCHEMA again after five seconds. */
    private static final Duration NOTICE = Duration.ofSeconds(7);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** What is done with the mappings of the database. */
    @FunctionalInterface
    private interface Work<T> {
        T in(MappingStore store, Connection connection) throws SQLException, MappingFaultsException;
    }

    /** The mapping that holds, or the version that is asked for, with when and by whom it was applied in a comment. */
    public String show(Integer version) {
        return with((store, connection) -> {
            MappingStore.Version shown = version == null
                    ? store.current()
                    : store.version(version)
                            .orElseThrow(() -> new Problem("There is no version %d of the mapping".formatted(version)));
            return "# Version %d, applied %s%n%s".formatted(shown.version(), shown.applied(), shown.file());
        });
    }

    /**
     * Nothing, when the file can be used.
     *
     * @throws Problem with all that is wrong, a line each
     */
    public void check(Path file) {
        with((store, connection) -> store.check(text(file)));
    }

    /** What applying the file would change, a line each. */
    public List<String> diff(Path file) {
        return with((store, connection) -> store.diff(store.check(text(file))));
    }

    /** Makes the file hold, and does what follows from that, or goes on with what an earlier call did not end. */
    public void apply(Path file) {
        with((store, connection) -> {
            Mapping mapping = store.check(text(file));
            if (!store.diff(mapping).isEmpty() && store.apply(mapping)) {
                LOG.info("The mapping holds for what is written from now on; deriving anew what there is");
            }
            if (!new Backfill(connection).run(WRITERS_PATIENCE, new Progress("derived")::reached)) {
                LOG.warn(
                        "A transaction from before the change is still at work; when it has ended: ./dapple sync check");
            }
            return null;
        });
    }

    /** What the file, or the mapping that holds, makes of a DID that is stored; empty when it is not. */
    public List<Trial> trial(Optional<Path> file, String scope, String name) {
        return with((store, connection) -> {
            Optional<Mapping> mapping =
                    file.isPresent() ? Optional.of(store.check(text(file.get()))) : Optional.empty();
            return store.trial(mapping, scope, name);
        });
    }

    private <T> T with(Work<T> work) {
        try (var connection = owner.connect()) {
            return work.in(new MappingStore(connection, NOTICE), connection);
        } catch (MappingFaultsException e) {
            throw new Problem("The mapping cannot be used:\n" + e.getMessage(), e);
        } catch (SQLException e) {
            throw new Problem(
                    LOCK_NOT_AVAILABLE.equals(e.getSQLState())
                            ? "Queries or transactions were in the way for all of a minute. The same command tries again"
                            : "%s. What has been done stays; the same command goes on".formatted(e.getMessage()),
                    e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Problem("There is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new Problem(file + " is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new Problem("Cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
