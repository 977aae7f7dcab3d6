package org.preau.itests.bad;

import java.util.EnumSet;
import java.util.Set;

/** The ways in which a plugin can be bad. */
public enum Bad {
    /** Its card and its view throw. */
    THROWS,
    /** Its card and its view never end, and hear no interrupt. */
    BLOCKS,
    /** Leaves a thread behind when it goes. */
    LEAKS,
    /** Publishes events without end. */
    FLOODS,
    /** Its card writes the log full. */
    SCRIBBLES,
    /** Its card computes for ever. */
    COMPUTES,
    /** Its card fills the memory and lets it go, for ever. */
    ALLOCATES,
    /** Its card prints without end. */
    PRINTS,
    /** Its view asks for more memory at once than there is: the whole portal ends. */
    HOGS;

    /** Those beside which the portal goes on. */
    public static Set<Bad> bearable() {
        return EnumSet.complementOf(EnumSet.of(HOGS));
    }

    /** Id of its application, and end of the name of its bundle. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Symbolic name of its bundle. */
    public String bundle() {
        return "org.example.bad." + id();
    }
}
