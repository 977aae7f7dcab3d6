package org.preau.core.install;

/** What came of reading a file of the folder. */
sealed interface JarReading {
    /** A plugin. */
    record Plugin(PluginJar jar) implements JarReading {}

    /**
     * Not a plugin, or not one that may be deployed.
     *
     * @param name symbolic name, empty when it has none
     * @param why what is wrong and how to cure it, in English
     */
    record Refused(String name, String why) implements JarReading {}

    /** Not a jar, or not yet: it may still be on its way. */
    record Incomplete() implements JarReading {}
}
