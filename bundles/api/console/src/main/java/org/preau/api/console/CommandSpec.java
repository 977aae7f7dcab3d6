package org.preau.api.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Name, purpose and words of a command. The console reads the line by it, so that a command never parses anything, and writes its help from it.
 *
 * <pre>{@code CommandSpec.of("feed-check", "Checks an archive; nothing is written")
 *     .argument("system", "aaf")
 *     .argument("file", "archive, relative to where you are")
 *     .option("academy", "CODE", "academy the archive belongs to")
 *     .flag("json", "prints one JSON object");}</pre>
 *
 * @param name lower case words joined by dashes
 * @param purpose one line in English
 * @param words what may follow the name; arguments in this order, options anywhere
 * @since 1.0
 */
public record CommandSpec(String name, String purpose, List<Word> words) {
    /** Keeps the words as they are now. */
    public CommandSpec {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a command name: " + name);
        }
        words = List.copyOf(words);
    }

    /** What kind a word is. */
    public enum Kind {
        /** Must be given, by place. */
        ARGUMENT,
        /** May be given, by place, after all arguments. */
        OPTIONAL_ARGUMENT,
        /** {@code --name value}, may be given. */
        OPTION,
        /** {@code --name value}, must be given. */
        REQUIRED_OPTION,
        /** {@code --name value}, may be given any number of times. */
        REPEATED_OPTION,
        /** {@code --name}, given or not. */
        FLAG
    }

    /**
     * One word of the line.
     *
     * @param name without dashes
     * @param value what stands for its value in the help; empty for a flag
     * @param purpose one line in English
     */
    public record Word(Kind kind, String name, String value, String purpose) {}

    /** A command without words. */
    public static CommandSpec of(String name, String purpose) {
        return new CommandSpec(name, purpose, List.of());
    }

    /** The same with one more argument that must be given. */
    public CommandSpec argument(String word, String what) {
        return with(new Word(Kind.ARGUMENT, word, "", what));
    }

    /** The same with one more argument that may be left out. */
    public CommandSpec optionalArgument(String word, String what) {
        return with(new Word(Kind.OPTIONAL_ARGUMENT, word, "", what));
    }

    /** The same with an option {@code --word VALUE}. */
    public CommandSpec option(String word, String value, String what) {
        return with(new Word(Kind.OPTION, word, value, what));
    }

    /** The same with an option {@code --word VALUE} that must be given. */
    public CommandSpec requiredOption(String word, String value, String what) {
        return with(new Word(Kind.REQUIRED_OPTION, word, value, what));
    }

    /** The same with an option {@code --word VALUE} that may be given any number of times. */
    public CommandSpec repeatedOption(String word, String value, String what) {
        return with(new Word(Kind.REPEATED_OPTION, word, value, what));
    }

    /** The same with a flag {@code --word}. */
    public CommandSpec flag(String word, String what) {
        return with(new Word(Kind.FLAG, word, "", what));
    }

    /** One line that shows how the command is written. */
    public String synopsis() {
        StringBuilder line = new StringBuilder("preau:").append(name);
        for (Word word : words) {
            line.append(' ')
                    .append(
                            switch (word.kind()) {
                                case ARGUMENT -> upper(word.name());
                                case OPTIONAL_ARGUMENT -> "[" + upper(word.name()) + "]";
                                case OPTION -> "[--" + word.name() + " " + word.value() + "]";
                                case REQUIRED_OPTION -> "--" + word.name() + " " + word.value();
                                case REPEATED_OPTION -> "[--" + word.name() + " " + word.value() + "]...";
                                case FLAG -> "[--" + word.name() + "]";
                            });
        }
        return line.toString();
    }

    private static String upper(String word) {
        return word.toUpperCase(java.util.Locale.ROOT);
    }

    private CommandSpec with(Word word) {
        List<Word> more = new ArrayList<>(words);
        more.add(word);
        return new CommandSpec(name, purpose, more);
    }
}
