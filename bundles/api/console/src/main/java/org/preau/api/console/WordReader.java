package org.preau.api.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.console.CommandSpec.Kind;
import org.preau.api.console.CommandSpec.Word;

/** Puts the words of a line in the places a command declares. */
final class WordReader {
    private final CommandSpec spec;
    private final Deque<Word> places = new ArrayDeque<>();

    WordReader(CommandSpec spec) {
        this.spec = spec;
        spec.words().stream().filter(word -> word.kind() == Kind.ARGUMENT).forEach(places::add);
        spec.words().stream()
                .filter(word -> word.kind() == Kind.OPTIONAL_ARGUMENT)
                .forEach(places::add);
    }

    Map<String, String> read(List<String> line) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean placesOnly = false;
        Iterator<String> words = line.iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (!placesOnly && word.equals("--")) {
                placesOnly = true;
            } else if (!placesOnly && word.startsWith("--")) {
                readOption(word.substring(2), words, values);
            } else {
                readPlace(word, values);
            }
        }
        checkNothingMissing(values);
        return values;
    }

    private void readOption(String given, Iterator<String> words, Map<String, String> values) {
        int equals = given.indexOf('=');
        String name = equals < 0 ? given : given.substring(0, equals);
        Word word = spec.words().stream()
                .filter(declared -> declared.name().equals(name) && isOption(declared.kind()))
                .findFirst()
                .orElseThrow(() -> new MisusedCommandException("unknown option --" + name));
        boolean repeated = word.kind() == Kind.REPEATED_OPTION;
        if (!repeated && values.containsKey(name)) {
            throw new MisusedCommandException("--" + name + " is given twice");
        }
        if (word.kind() == Kind.FLAG) {
            if (equals >= 0) {
                throw new MisusedCommandException("--" + name + " takes no value");
            }
            values.put(name, "");
        } else if (equals >= 0) {
            values.merge(name, given.substring(equals + 1), WordReader::joined);
        } else if (words.hasNext()) {
            values.merge(name, words.next(), WordReader::joined);
        } else {
            throw new MisusedCommandException("--" + name + " needs a value");
        }
    }

    private void readPlace(String word, Map<String, String> values) {
        Word place = places.poll();
        if (place == null) {
            throw new MisusedCommandException("unexpected \"" + word + "\"");
        }
        values.put(place.name(), word);
    }

    private void checkNothingMissing(Map<String, String> values) {
        for (Word word : spec.words()) {
            boolean needed = word.kind() == Kind.ARGUMENT || word.kind() == Kind.REQUIRED_OPTION;
            if (needed && !values.containsKey(word.name())) {
                throw new MisusedCommandException(
                        (word.kind() == Kind.ARGUMENT ? "" : "--") + word.name() + " is missing");
            }
        }
    }

    private static boolean isOption(Kind kind) {
        return kind == Kind.FLAG || kind == Kind.OPTION || kind == Kind.REQUIRED_OPTION || kind == Kind.REPEATED_OPTION;
    }

    private static String joined(String earlier, String next) {
        return earlier + CommandCall.BETWEEN + next;
    }
}
