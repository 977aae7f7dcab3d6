package org.preau.itests.extension;

/** A component that cannot be made. */
public final class BrokenKeeper {
    /** Fails. */
    public BrokenKeeper() {
        throw new IllegalStateException("no ink left");
    }
}
