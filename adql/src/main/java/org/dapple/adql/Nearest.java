package org.dapple.adql;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name somebody probably meant. */
public final class Nearest {
    private static final int LONGEST = 200;
    private static final int MOST = 3;

    private Nearest() {}

    /** The name with the fewest letters to change, if those are at most a third of them. */
    public static Optional<String> to(String wanted, Collection<String> names) {
        return all(wanted, names).stream().findFirst();
    }

    /** The up to three names with the fewest letters to change, at most a third of them, nearest first. */
    public static List<String> all(String wanted, Collection<String> names) {
        if (wanted.length() > LONGEST) {
            return List.of();
        }
        String folded = wanted.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .filter(name -> distance(folded, name.toLowerCase(Locale.ROOT)) <= tolerance(wanted))
                .sorted(Comparator.comparingInt((String name) -> distance(folded, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static int tolerance(String wanted) {
        return Math.max(1, wanted.length() / 3);
    }

    /** Letters to insert, delete, replace, or exchange with their neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
