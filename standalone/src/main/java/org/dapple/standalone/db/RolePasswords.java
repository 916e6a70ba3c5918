package org.dapple.standalone.db;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dapple.standalone.state.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passwords that the environment gives to the roles which log in, by role; a role without one keeps what it has. */
public record RolePasswords(Map<String, String> byRole) {

    private static final Logger LOG = LoggerFactory.getLogger(RolePasswords.class);

    /**
     * DAPPLE_DATABASE_PASSWORD for the services and DAPPLE_WRITER_PASSWORD for Rucio, or the files that these names with
     * {@code _FILE} lead to.
     *
     * @throws Problem when such a file cannot be read
     */
    public static RolePasswords of(Map<String, String> environment) {
        var passwords = new LinkedHashMap<String, String>();
        Secret.of("DAPPLE_DATABASE_PASSWORD", environment).ifPresent(it -> passwords.put("dapple_service", it));
        Secret.of("DAPPLE_WRITER_PASSWORD", environment).ifPresent(it -> passwords.put("dapple_writer", it));
        return new RolePasswords(passwords);
    }

    /**
     * Sets them, after the migration that makes the roles.
     *
     * @throws Problem when the owner may not
     */
    public void set(DatabaseAccess owner) {
        byRole.forEach((role, password) -> set(owner, role, password));
    }

    /** ALTER ROLE takes no parameters, so the server quotes; the statement is made there and leaves no trace in logs here. */
    private static void set(DatabaseAccess owner, String role, String password) {
        try (var connection = owner.connect();
                var quote = connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)");
                var alter = connection.createStatement()) {
            quote.setString(1, role);
            quote.setString(2, password);
            try (var rows = quote.executeQuery()) {
                rows.next();
                alter.execute(rows.getString(1));
            }
            LOG.info("Password of {} set", role);
        } catch (SQLException e) {
            throw new Problem("Cannot set the password of the role %s: %s".formatted(role, e.getMessage()), e);
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "RolePasswords" + byRole.keySet();
    }
}
