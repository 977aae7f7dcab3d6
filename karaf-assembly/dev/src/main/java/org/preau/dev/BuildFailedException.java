package org.preau.dev;

import java.util.List;

/** The plugin does not build as it is; what to mend is in the messages. */
final class BuildFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String step;
    private final transient List<String> messages;

    /**
     * A failure.
     *
     * @param step what did not work: {@code compile}, {@code bundle}, {@code Maven}, {@code deploy}
     * @param messages each with file and line where that is known
     */
    BuildFailedException(String step, List<String> messages) {
        super(step + ": " + String.join("\n", messages));
        this.step = step;
        this.messages = List.copyOf(messages);
    }

    /** What did not work. */
    String step() {
        return step;
    }

    /** What to mend. */
    List<String> messages() {
        return messages;
    }
}
