package org.dapple.dbinit.mapping.file;

import java.util.List;
import java.util.stream.Stream;

/**
 * What holds for the DIDs of some scopes.
 *
 * @param scopes patterns in which * is anything and ? any one character
 * @param ownKeys whether a column without a rule is the key of its name; if not, it stays NULL
 */
public record Section(List<String> scopes, boolean ownKeys, List<Rule> rules) {

    static final String EVERY_SCOPE = "*";

    public Section {
        scopes = List.copyOf(scopes);
        rules = List.copyOf(rules);
    }

    /** The same patterns as PostgreSQL's LIKE has them. */
    public List<String> likePatterns() {
        return scopes.stream()
                .map(scope -> scope.replaceAll("([\\\\%_])", "\\\\$1")
                        .replace('*', '%')
                        .replace('?', '_'))
                .toList();
    }

    Stream<String> inWords() {
        String who = "scope " + String.join(", ", scopes);
        return Stream.concat(
                Stream.of(who + ": other columns " + (ownKeys ? "are the keys of their names" : "stay empty")),
                rules.stream().map(rule -> who + ": " + rule.inWords()));
    }
}
