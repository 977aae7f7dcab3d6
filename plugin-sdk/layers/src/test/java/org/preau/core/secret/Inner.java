package org.preau.core.secret;

/** Stands for something inside the portal. */
public final class Inner {
    private Inner() {}

    /** Something that a plugin might like to know. */
    public static String secret() {
        return "inner";
    }
}
