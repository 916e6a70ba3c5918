package org.dapple.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dapple.adql.check.AdqlChecker;
import org.dapple.adql.parse.AdqlParser;
import org.dapple.adql.parse.AdqlWriter;
import org.dapple.adql.sql.PgSphereTranslator;
import org.junit.jupiter.api.Test;

/**
 * Made-up queries, and the golden queries with words left out, doubled, exchanged and taken from one another. -Dmutations=N sets how many of each; -Dmutations.file=F keeps the
 * SQL of those that are accepted, one a line, to be tried on a database.
 */
class MutationTest {
    private static final Pattern WORD =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|\\w+(?:\\.\\w+)*|<=|>=|<>|!=|\\|\\||\\S");

    private final AdqlChecker checker = new AdqlChecker(Sky.CATALOG);
    private final Random random = new Random(20260101);
    private final List<String> accepted = new ArrayList<>();
    private int refused;

    @Test
    void onlyAdqlErrorsComeOutAndWhatIsAcceptedCanBeWrittenAndReadAgain() throws IOException {
        List<List<String>> queries =
                GoldenTest.cases().map(one -> words(one.adql())).toList();
        RandomQuery made = new RandomQuery(random);
        List<String> pool = queries.stream().flatMap(List::stream).toList();
        for (int i = 0; i < Integer.getInteger("mutations", 10_000); i++) {
            run(mutated(queries.get(random.nextInt(queries.size())), pool));
            run(made.query());
        }
        assertThat(accepted).isNotEmpty();
        assertThat(refused).isPositive();
        String file = System.getProperty("mutations.file", "");
        if (!file.isEmpty()) {
            Files.write(Path.of(file), accepted);
        }
    }

    private void run(String adql) {
        try {
            String sql = PgSphereTranslator.translate(checker.check(AdqlParser.parse(adql)))
                    .text();
            String written = AdqlWriter.write(AdqlParser.parse(adql));
            assertThat(AdqlWriter.write(AdqlParser.parse(written))).isEqualTo(written);
            accepted.add(sql.replace('\n', ' '));
        } catch (AdqlException e) {
            refused++;
        } catch (RuntimeException e) {
            fail(adql, e);
        }
    }

    private String mutated(List<String> query, List<String> pool) {
        List<String> words = new ArrayList<>(query);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, pool.get(random.nextInt(pool.size())));
                case 3 -> words.add(at, pool.get(random.nextInt(pool.size())));
                default -> Collections.swap(words, at, random.nextInt(words.size()));
            }
            if (words.isEmpty()) {
                return "";
            }
        }
        return String.join(" ", words);
    }

    private static List<String> words(String adql) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(adql.replaceAll("--.*", ""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
