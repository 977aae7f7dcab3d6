package org.preau.core.console;

import java.util.ArrayList;
import java.util.List;
import org.preau.api.console.MisusedCommandException;

/** Splits a line into words as a shell does: blanks part them, quotes and backslashes hold them together. */
final class LineWords {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;

    private LineWords() {}

    /**
     * The words of a line.
     *
     * @throws MisusedCommandException when a quote is not closed
     */
    static List<String> of(String line) {
        return new LineWords().split(line);
    }

    private List<String> split(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                i++;
                add(line.charAt(i));
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                end();
            } else {
                add(c);
            }
        }
        if (quote != 0) {
            throw new MisusedCommandException("a quote " + quote + " is not closed");
        }
        end();
        return List.copyOf(words);
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
