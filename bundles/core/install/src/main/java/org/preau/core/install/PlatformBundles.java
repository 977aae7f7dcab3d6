package org.preau.core.install;

import java.util.List;

/** Which symbolic names the folder may bring: those nobody has, and the portal's own plugins. */
final class PlatformBundles {
    private static final String OURS = "org.preau.";
    private static final List<String> PLUGINS = List.of(
            "org.preau.apps.", "org.preau.connectors.", "org.preau.signin.", "org.preau.sso.", "org.preau.feeds.");
    private static final List<String> CLOSED =
            List.of("org.preau.api.", "org.preau.core.", "org.preau.thirdparty.", "org.preau.ui.");

    private PlatformBundles() {}

    /**
     * Whether a name is closed to the folder.
     *
     * @param installed whether a bundle of that name is installed that did not come from the folder
     */
    static boolean closed(String name, boolean installed) {
        boolean plugin = startsWithOne(name, PLUGINS);
        boolean reserved = startsWithOne(name, CLOSED) || name.equals(OURS + "core");
        return reserved || installed && !plugin;
    }

    /** Whether a name is one of the portal's own extensions: what the distribution ships above its core. */
    static boolean plugin(String name) {
        return startsWithOne(name, PLUGINS);
    }

    private static boolean startsWithOne(String name, List<String> beginnings) {
        return beginnings.stream().anyMatch(name::startsWith);
    }
}
