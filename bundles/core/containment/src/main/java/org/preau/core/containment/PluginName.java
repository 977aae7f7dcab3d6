package org.preau.core.containment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * Which plugin a bundle is.
 *
 * @param symbolicName its name
 * @param version its version
 * @param shipped whether it is one of those that come with the portal
 * @param bundle the bundle
 */
record PluginName(String symbolicName, String version, boolean shipped, Bundle bundle) {
    private static final String OURS = "org.preau.";
    private static final String FOLDER = "preau-deploy:";
    private static final List<String> FLOORS = List.of("apps.", "connectors.", "signin.", "sso.", "feeds.");

    /** The plugin that a bundle is; null for the portal's own floors and for the framework. */
    static @Nullable PluginName of(@Nullable Bundle bundle) {
        String name = bundle == null ? null : bundle.getSymbolicName();
        if (bundle == null || name == null || bundle.getBundleId() == 0) {
            return null;
        }
        boolean ours = name.startsWith(OURS);
        boolean plugin = FLOORS.stream().anyMatch(floor -> name.startsWith(floor, OURS.length()));
        if (ours && !plugin) {
            return null;
        }
        boolean shipped = ours && !String.valueOf(bundle.getLocation()).startsWith(FOLDER);
        return new PluginName(name, bundle.getVersion().toString(), shipped, bundle);
    }

    /** Whether a class of that name is in the bundle. */
    boolean hasClass(String className) {
        try {
            int lambda = className.indexOf("$$");
            String plain = lambda < 0 ? className : className.substring(0, lambda);
            return bundle.getEntry(plain.replace('.', '/') + ".class") != null;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
