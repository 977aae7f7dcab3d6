package org.preau.core.doctor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What an operator may have meant. */
final class Names {
    private static final int NEAREST = 3;

    private Names() {}

    /** Whether a symbolic name is that id, or ends with it, dots and dashes being one: {@code org.example.hello.app} is {@code hello-app}. */
    static boolean alike(String symbolicName, String id) {
        String name = plain(symbolicName);
        String wanted = plain(id);
        return !wanted.isEmpty() && (name.equals(wanted) || name.endsWith("." + wanted));
    }

    /** The names most like the one that is not there. */
    static List<String> nearest(String id, Collection<String> names) {
        return names.stream()
                .distinct()
                .filter(name -> distance(name, id) <= Math.max(3, id.length() / 3)
                        || plain(name).contains(plain(id)))
                .sorted(Comparator.comparingInt(name -> distance(name, id)))
                .limit(NEAREST)
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '.').replace('_', '.');
    }

    /** How many letters to change, add or leave out (Levenshtein); of a long name its end counts, if that is nearer. */
    private static int distance(String name, String id) {
        String end = name.substring(Math.max(0, name.length() - id.length()));
        return Math.min(changes(plain(name), plain(id)), changes(plain(end), plain(id)));
    }

    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
