package org.dapple.standalone.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dapple.standalone.state.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://me:secret@db.example.org:5433/lake, jdbc:postgresql://db.example.org:5433/lake, me, secret",
        "postgres://me@db/lake, jdbc:postgresql://db:5432/lake, me, ''",
        "jdbc:postgresql://db/lake?user=me&password=secret, jdbc:postgresql://db:5432/lake, me, secret",
        "postgresql://me:s%40c%2Fret+1@db/lake, jdbc:postgresql://db:5432/lake, me, s@c/ret+1",
        "postgresql://me@db/lake?sslmode=require, jdbc:postgresql://db:5432/lake?sslmode=require, me, ''",
        "postgresql://me@[::1]:5432/lake, jdbc:postgresql://[::1]:5432/lake, me, ''"
    })
    void readsTheUrlsOfLibpqAndOfJdbc(String url, String jdbcUrl, String user, String password) {
        assertThat(DatabaseUrl.parse(url).access(Map.of())).isEqualTo(new DatabaseAccess(jdbcUrl, user, password));
    }

    @Test
    void takesUserAndPasswordFromTheEnvironmentWhereTheUrlHasNone() {
        var environment = Map.of("PGUSER", "rucio", "PGPASSWORD", "secret");
        assertThat(DatabaseUrl.parse("postgresql://db/lake").access(environment))
                .isEqualTo(new DatabaseAccess("jdbc:postgresql://db:5432/lake", "rucio", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://me:secret@db/lake",
                "db/lake",
                "",
                "postgresql://me:secret@db",
                "postgresql:///lake",
                "postgresql://me:secret@db/la ke"
            })
    void saysWhatItExpectsAndKeepsThePassword(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("--database")
                .hasMessageContaining("expected postgresql://user@host:5432/database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void handsPsqlTheSameConnection() {
        assertThat(DatabaseUrl.parse("postgresql://me:secret@db:5433/lake?sslmode=require")
                        .access(Map.of())
                        .libpqVariables())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PGHOST", "db",
                        "PGPORT", "5433",
                        "PGDATABASE", "lake",
                        "PGUSER", "me",
                        "PGPASSWORD", "secret",
                        "PGSSLMODE", "require"));
    }
}
