package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dapple.adql.AdqlException.Kind;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.sql.PgSphereTranslator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad ADQL and what is said about it: golden/errors.tsv has a query, its message and the names suggested in each line. */
class ErrorsTest {
    private static final Path FILE = Path.of("src/test/resources/golden/errors.tsv");

    @Test
    void everyBadQueryHasItsMessage() throws IOException {
        List<String> now = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            String adql = line.split("\t", 2)[0];
            now.add(adql + "\t" + message(adql.replace("\\n", "\n")));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(FILE, now);
        }
        assertThat(now).isEqualTo(Files.readAllLines(FILE));
    }

    private static String message(String adql) {
        AdqlException e = failure(adql);
        String suggestions = e.suggestions().isEmpty() ? "" : " {" + String.join(", ", e.suggestions()) + "}";
        return e.kind() + " " + e.line() + ":" + e.column() + " [" + e.token() + "] " + e.getMessage() + suggestions;
    }

    private static AdqlException failure(String adql) {
        AdqlException e = catchThrowableOfType(
                AdqlException.class,
                () -> PgSphereTranslator.translate(new AdqlChecker(Sky.CATALOG).check(AdqlParser.parse(adql))));
        assertThat(e).as(adql).isNotNull();
        return e;
    }

    @ParameterizedTest
    @CsvSource({"SYNTAX,Syntax error", "NAME,Unknown|Ambiguous"})
    void messagesBeginAsTheirKindSays(Kind kind, String beginnings) throws IOException {
        for (String line : Files.readAllLines(FILE)) {
            AdqlException e = failure(line.split("\t", 2)[0].replace("\\n", "\n"));
            if (e.kind() == kind) {
                assertThat(e.getMessage()).matches("(?s)(" + beginnings + ").*");
            }
        }
    }
}
