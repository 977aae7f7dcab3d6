package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.preau.api.persistence.Rows;

/**
 * Turns what somebody typed into a question to the index of words: people one of whose names starts with each word typed; if there is nobody in the whole directory, words that look like those
 * typed take their place, found among the words that names are made of.
 */
public final class NameWords {
    /** A condition on {@code p.search} that takes the question. */
    public static final String CONDITION = "to_tsvector('simple', p.search) @@ ?::tsquery";

    /** However common a name is, the table is never read from end to end; each question gets a plan of its own, since names and perimeters differ by a factor of a thousand. */
    private static final String BY_INDEX =
            "set local enable_seqscan = off; set local plan_cache_mode = force_custom_plan";

    private static final int MOST_WORDS = 5;
    private static final String ANYBODY = "select 1 from directory.person p where " + CONDITION + " limit 1";
    private static final String KNOWN = "select 1 from directory.name_word k where k.word like ? limit 1";
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
        String starts = starts(connection, plain);
        return anybody(connection, starts) ? starts : alike(connection, plain);
    }

    /** The question when nobody bears the names as they were typed. */
    public static String alike(Connection connection, String plain) throws SQLException {
        String mended = mended(connection, plain, true);
        return anybody(connection, mended) ? mended : mended(connection, plain, false);
    }

    /** Whether somebody bears such names. */
    public static boolean anybody(Connection connection, String question) throws SQLException {
        return Rows.first(connection, ANYBODY, row -> true, question).isPresent();
    }

    /** The question for those one of whose names starts with each word, asked first by who would have to ask {@link #question} twice as much otherwise. */
    public static String starts(Connection connection, String plain) throws SQLException {
        Rows.run(connection, BY_INDEX);
        return words(plain).stream().map(NameWords::start).collect(Collectors.joining(" & "));
    }

    private static Set<String> words(String plain) {
        return Arrays.stream(plain.split(" ")).limit(MOST_WORDS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The question with look-alikes in place of words.
     *
     * @param knownStay whether a word that starts a name somewhere is left as it is
     */
    static String mended(Connection connection, String plain, boolean knownStay) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (String word : words(plain)) {
            boolean stays = knownStay
                    && Rows.first(connection, KNOWN, row -> true, word + "%").isPresent();
            List<String> alike = new ArrayList<>(List.of(start(word)));
            if (!stays) {
                Rows.list(connection, ALIKE, row -> row.getString("word"), word, word)
                        .forEach(each -> alike.add("'" + each + "'"));
            }
            parts.add("(" + String.join(" | ", alike) + ")");
        }
        return String.join(" & ", parts);
    }

    private static String start(String word) {
        return "'" + word + "':*";
    }
}
