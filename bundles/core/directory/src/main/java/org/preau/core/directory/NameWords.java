package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.preau.api.persistence.Rows;

/**
 * Turns what somebody typed into a question to the index of words: people one of whose names starts with each word typed, a word before the last that is a whole name somewhere being that name. In the place of a
 * word that starts no name at all stand words that look like it, found among the words that names are made of. If there is nobody in the whole directory, look-alikes of every word do.
 */
public final class NameWords {
    /** A condition on {@code p.search} that takes the question. */
    public static final String CONDITION = "to_tsvector('simple', p.search) @@ ?::tsquery";

    /** However common a name is, the table is never read from end to end; each question gets a plan of its own, since names and perimeters differ by a factor of a thousand. */
    private static final String BY_INDEX =
            "set local enable_seqscan = off; set local plan_cache_mode = force_custom_plan";

    private static final int MOST_WORDS = 5;
    private static final String ANYBODY = "select 1 from directory.person p where " + CONDITION + " limit 1";
    /** A word comes before all that start with it. */
    private static final String KNOWN =
            "select k.word = ? as whole from directory.name_word k where k.word like ? order by k.word limit 1";
    /** One slip in a name of five letters is still found. */
    private static final String ALIKE =
            """
            select k.word from directory.name_word k where k.word operator(public.%) ?
             order by public.similarity(k.word, ?) desc, k.word limit 6
            """;

    private NameWords() {}

    /**
     * The question to ask in this transaction.
     *
     * @param plain what was typed, in its plain form; not empty
     */
    public static String question(Connection connection, String plain) throws SQLException {
        String typed = typed(connection, plain);
        return anybody(connection, typed) ? typed : alike(connection, plain);
    }

    /** Whether somebody bears such names. */
    public static boolean anybody(Connection connection, String question) throws SQLException {
        return Rows.first(connection, ANYBODY, row -> true, question).isPresent();
    }

    /** The question for those who bear what was typed, asked first by who would have to ask {@link #question} twice as much otherwise. */
    public static String typed(Connection connection, String plain) throws SQLException {
        Rows.run(connection, BY_INDEX);
        List<String> words = words(plain);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean last = i == words.size() - 1;
            Optional<Boolean> whole = Rows.first(connection, KNOWN, row -> row.getBoolean("whole"), word, word + "%");
            if (whole.isEmpty()) {
                parts.add(any(likes(connection, word), start(word)));
            } else {
                // By its start a common first name is thirty thousand people to be listed; as a whole word it is looked
                // up.
                parts.add(whole.get() && !last ? exactly(word) : start(word));
            }
        }
        return String.join(" & ", parts);
    }

    /** The question for those whose names look like what was typed, when nobody bears that. */
    public static String alike(Connection connection, String plain) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (String word : words(plain)) {
            List<String> likes = new ArrayList<>(List.of(start(word)));
            likes.addAll(likes(connection, word));
            parts.add(any(likes, start(word)));
        }
        return String.join(" & ", parts);
    }

    private static List<String> words(String plain) {
        return Arrays.stream(plain.split(" ")).distinct().limit(MOST_WORDS).toList();
    }

    private static List<String> likes(Connection connection, String word) throws SQLException {
        return Rows.list(connection, ALIKE, row -> exactly(row.getString("word")), word, word);
    }

    private static String any(List<String> words, String none) {
        return words.isEmpty() ? none : "(" + String.join(" | ", words) + ")";
    }

    private static String exactly(String word) {
        return "'" + word + "'";
    }

    private static String start(String word) {
        return "'" + word + "':*";
    }
}
