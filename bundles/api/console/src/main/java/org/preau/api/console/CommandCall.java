package org.preau.api.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a command: the words of the line, where its caller stands, and where its output goes. Used by one thread.
 *
 * @since 1.0
 */
public final class CommandCall {
    /** Stands between the values of an option that was given several times; no word of a line holds it. */
    static final char BETWEEN = '\0';

    private final CommandSpec spec;
    private final Map<String, String> values;
    private final Path folder;
    private final PrintStream out;
    private final PrintStream err;

    private CommandCall(CommandSpec spec, Map<String, String> values, Path folder, PrintStream out, PrintStream err) {
        this.spec = spec;
        this.values = values;
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    /**
     * Reads the words after the command's name.
     *
     * @param folder where the caller stands: relative file names start there
     * @throws MisusedCommandException when they do not fit the command
     */
    public static CommandCall read(
            CommandSpec spec, List<String> words, Path folder, PrintStream out, PrintStream err) {
        return new CommandCall(spec, new WordReader(spec).read(words), folder, out, err);
    }

    /** The value of an argument or option that is always there. */
    public String value(String word) {
        return optional(word).orElseThrow(() -> new MisusedCommandException(word + " is missing"));
    }

    /** The value of an argument or option, if it was given. */
    public Optional<String> optional(String word) {
        known(word);
        return Optional.ofNullable(values.get(word));
    }

    /** The values of an option that may be given several times, in order. */
    public List<String> values(String word) {
        return optional(word)
                .map(all -> List.of(all.split(String.valueOf(BETWEEN))))
                .orElse(List.of());
    }

    /** Whether the flag was given. */
    public boolean flag(String word) {
        known(word);
        return values.containsKey(word);
    }

    /** The file an argument or option names, as seen from where the caller stands. */
    public Path file(String word) {
        return folder.resolve(value(word)).normalize();
    }

    /** Standard output: results. */
    public PrintStream out() {
        return out;
    }

    /** Standard error: progress and complaints. */
    public PrintStream err() {
        return err;
    }

    /**
     * Prints one JSON value: records, maps, lists, strings, numbers, booleans, enums, UUIDs and times (ISO 8601). Reads the bundle's classes afresh each time, so that none is kept.
     */
    public void json(Object value) {
        try {
            out.println(Json.writer().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Prints rows under a head as aligned columns; an empty table prints the head only. */
    public void table(List<String> head, Iterable<? extends List<?>> rows) {
        Table table = new Table(head);
        rows.forEach(table::add);
        table.print(out);
    }

    private void known(String word) {
        if (spec.words().stream().noneMatch(declared -> declared.name().equals(word))) {
            throw new IllegalArgumentException("preau:" + spec.name() + " does not declare " + word);
        }
    }
}
