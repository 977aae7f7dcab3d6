package org.preau.core.install;

import org.preau.api.base.LocalizedText;

/** What came of reading a file of the folder. */
sealed interface JarReading {
    /** A plugin. */
    record Plugin(PluginJar jar) implements JarReading {}

    /**
     * Not a plugin, or not one that may be deployed.
     *
     * @param name symbolic name, empty when it has none
     * @param why what is wrong and how to cure it
     */
    record Refused(String name, LocalizedText why) implements JarReading {}

    /** Not a jar, or not yet: it may still be on its way. */
    record Incomplete() implements JarReading {}
}
