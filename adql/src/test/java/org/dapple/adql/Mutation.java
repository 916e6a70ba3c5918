package org.dapple.adql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries with words left out, doubled, exchanged and taken from one another, and with characters that have no business there. */
final class Mutation {
    private static final Pattern WORD =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|\\w+(?:\\.\\w+)*|<=|>=|<>|!=|\\|\\||\\S");
    private static final List<String> STRANGE = List.of(
            "'",
            "\"",
            "''",
            "\\",
            "--",
            "/*",
            "*/",
            ";",
            "$$",
            "$1",
            "\0",
            "\n",
            "\u00e9",
            "\ud83d\ude00",
            "\ud83d",
            "%",
            "(",
            ")",
            "::",
            "?",
            "{",
            "E'");

    private final Random random;
    private final List<List<String>> queries;
    private final List<String> pool;

    Mutation(Random random, List<String> queries) {
        this.random = random;
        this.queries = queries.stream().map(Mutation::words).toList();
        this.pool = this.queries.stream().flatMap(List::stream).toList();
    }

    String query() {
        List<String> words = new ArrayList<>(of(queries));
        for (int i = 0; i <= random.nextInt(3) && !words.isEmpty(); i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(6)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, of(words));
                case 2 -> words.set(at, of(pool));
                case 3 -> words.add(at, of(pool));
                case 4 -> words.set(at, strange(words.get(at)));
                default -> Collections.swap(words, at, random.nextInt(words.size()));
            }
        }
        return String.join(" ", words);
    }

    private String strange(String word) {
        int at = random.nextInt(word.length() + 1);
        String inserted = random.nextInt(4) == 0 ? Character.toString(random.nextInt(0x2100)) : of(STRANGE);
        return word.substring(0, at) + inserted + word.substring(at);
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
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
