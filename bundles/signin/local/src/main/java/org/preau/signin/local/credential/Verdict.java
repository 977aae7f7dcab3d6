package org.preau.signin.local.credential;

import java.util.UUID;

/** What comes of an attempt at the local counter. */
public sealed interface Verdict {
    /**
     * It is he.
     *
     * @param accountId his account
     */
    record Proven(UUID accountId) implements Verdict {}

    /** Instead of a password the right activation code was typed: he is to choose a password. */
    record CodeTyped() implements Verdict {}

    /** Login, password or code are wrong, or the login failed too often lately: which is not told. */
    record Wrong() implements Verdict {}

    /** This client address failed too often lately. */
    record AddressClosed() implements Verdict {}

    /** It is he, but people of his profile sign in at another counter. */
    record OtherCounter() implements Verdict {}

    /**
     * The code is right, or was not looked at yet, but the password cannot be taken.
     *
     * @param problem key of the text that says why
     */
    record Weak(String problem) implements Verdict {}
}
