package org.dapple.dbinit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.dapple.dbinit.Migrations;
import org.dapple.dbinit.mapping.file.MappingFaultsException;
import org.dapple.testkit.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is wrong with a mapping file is told at once, by line. */
class WrongFilesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migratedBy(Migrations::migrate);

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithLinesAndReasons(String title, String yaml, String faults) throws SQLException {
        try (Connection owner = database.connect()) {
            var refusal = catchThrowableOfType(
                    MappingFaultsException.class, () -> new MappingStore(owner, Duration.ZERO).check(yaml));
            assertThat(refusal).as(title).isNotNull().hasMessage(faults);
        }
    }

    static Stream<Arguments> files() {
        return Arrays.stream(Lake.file("wrong_files.txt").split("(?m)^=== ", -1))
                .filter(part -> !part.isBlank())
                .map(part -> {
                    int title = part.indexOf('\n');
                    String[] halves = part.substring(title + 1).split("(?m)^--- *\n", -1);
                    return Arguments.of(part.substring(0, title), halves[0], halves[1].strip());
                });
    }
}
