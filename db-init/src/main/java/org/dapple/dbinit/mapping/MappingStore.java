package org.dapple.dbinit.mapping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dapple.dbinit.mapping.file.Fault;
import org.dapple.dbinit.mapping.file.Mapping;
import org.dapple.dbinit.mapping.file.MappingFaultsException;
import org.dapple.dbinit.mapping.file.MappingFile;

/** The mappings of a database: the one that holds, those that did, and a file that may follow. */
public final class MappingStore {

    private final Connection connection;
    private final Duration notice;

    /**
     * @param connection of the owner, in auto-commit mode
     * @param notice how long servers may go on by what they know of TAP_SCHEMA; a column is unpublished that long before
     *     it goes
     */
    public MappingStore(Connection connection, Duration notice) {
        this.connection = connection;
        this.notice = notice;
    }

    /**
     * A mapping that was applied.
     *
     * @param version counted from 1
     * @param file its text
     * @param applied when and by whom, in words
     */
    public record Version(int version, String file, String applied) {}

    /** The mapping that holds. */
    public Version current() throws SQLException {
        return version("SELECT max(version) FROM ivoa.mapping").orElseThrow();
    }

    /** One that was applied, if there was such a version. */
    public Optional<Version> version(int version) throws SQLException {
        return version(Integer.toString(version));
    }

    private Optional<Version> version(String which) throws SQLException {
        String sql =
                "SELECT version, file, to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC by '"
                        + " || applied_by FROM ivoa.mapping WHERE version = (%s)".formatted(which);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Version(row.getInt(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        }
    }

    /**
     * Reads a file and tries what it gives as values.
     *
     * @throws MappingFaultsException with everything that is wrong with it
     */
    public Mapping check(String text) throws SQLException, MappingFaultsException {
        Mapping mapping = MappingFile.read(text, Targets.standard(connection));
        List<Fault> faults = GivenValues.faults(mapping, connection);
        if (!faults.isEmpty()) {
            throw new MappingFaultsException(faults);
        }
        return mapping;
    }

    /** What would be different, a line each, with - for what is and + for what would be; empty when nothing would. */
    public List<String> diff(Mapping next) throws SQLException {
        return MappingDiff.lines(present(), next);
    }

    /**
     * Makes a mapping hold for what is written from now on; whatever else is to be done is left to {@link Backfill}.
     *
     * @return whether all has to be derived anew
     */
    public boolean apply(Mapping next) throws SQLException {
        return new Application(connection).apply(this::present, next, notice);
    }

    /** What a mapping makes of a stored DID; nothing is changed. */
    public List<Trial> trial(Optional<Mapping> mapping, String scope, String name) throws SQLException {
        return Trial.run(connection, mapping, scope, name);
    }

    /** One that later versions of Dapple cannot read any more says nothing, so that any file is a change. */
    private Mapping present() throws SQLException {
        String text = current().file();
        try {
            return MappingFile.read(text, Targets.standard(connection));
        } catch (MappingFaultsException e) {
            return new Mapping(text, List.of(), List.of());
        }
    }
}
