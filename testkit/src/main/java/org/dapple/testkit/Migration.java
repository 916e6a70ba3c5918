package org.dapple.testkit;

import java.io.Serializable;

/**
 * What turns an empty database (with pgSphere) into the one that tests want, such as {@code Migrations::migrate}.
 * Serializable only so that two references to one method can be recognised as the same migration.
 */
@FunctionalInterface
public interface Migration extends Serializable {

    /** Migrates the database at a JDBC URL as a superuser. */
    void migrate(String jdbcUrl, String user, String password);
}
