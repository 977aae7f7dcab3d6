package org.preau.checks.api;

import java.util.List;
import java.util.Set;

/**
 * A public type of the API, as its source says.
 *
 * @param bundle folder of its bundle: {@code api/app}
 * @param packageName its package
 * @param name its name, with the type around it for a nested one
 * @param kind interface, record, enum…
 * @param annotations simple names of its annotations
 * @param doc its javadoc
 * @param since what {@code @since} says, or empty
 * @param methods its public methods
 */
record ApiType(
        String bundle,
        String packageName,
        String name,
        String kind,
        Set<String> annotations,
        Javadoc doc,
        String since,
        List<Method> methods) {
    /** Whether it is a type of its own. */
    boolean isTop() {
        return !name.contains(".");
    }

    /** Whether plugins implement it. */
    boolean isConsumer() {
        return annotations.contains("ConsumerType");
    }

    /**
     * A public method.
     *
     * @param name its name
     * @param signature what is written, without modifiers
     * @param isAbstract whether who implements the type must write it
     * @param overrides whether it only implements a method documented elsewhere
     * @param doc its javadoc
     */
    record Method(String name, String signature, boolean isAbstract, boolean overrides, Javadoc doc) {}

    /**
     * A comment as Markdown.
     *
     * @param sentence its first sentence; empty when there is no comment
     * @param body all of it but tags and example
     * @param example the code in {@code <pre>}, or empty
     */
    record Javadoc(String sentence, String body, String example) {
        static final Javadoc NONE = new Javadoc("", "", "");
    }
}
