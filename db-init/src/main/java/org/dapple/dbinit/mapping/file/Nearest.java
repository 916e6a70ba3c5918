package org.dapple.dbinit.mapping.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class Nearest {

    private static final int LONGEST = 100;

    private Nearest() {}

    /** The name with the fewest letters to change, if those are at most a third of them. */
    static Optional<String> to(String word, Collection<String> names) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        Comparator<String> byDistance = Comparator.comparingInt(name -> distance(word, name));
        return names.stream()
                .min(byDistance.thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(word, name) <= Math.max(1, word.length() / 3));
    }

    /** Levenshtein's, one row of the table at a time; case does not count. */
    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
