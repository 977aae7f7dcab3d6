package org.preau.ui.kit;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Addresses of the immutable files that a bundle ships in its {@code Preau-Resources} folder. */
public final class KitResources {
    private KitResources() {}

    /**
     * The address of a file of the bundle that {@code anchor} belongs to: {@code /res/<symbolic name>/<version>/<file>}.
     *
     * @param anchor any class of the bundle
     * @param file path below the bundle's resource folder, no slash at the start
     */
    public static String url(Class<?> anchor, String file) {
        Bundle bundle = FrameworkUtil.getBundle(anchor);
        return bundle == null
                ? "/res/" + file
                : "/res/" + bundle.getSymbolicName() + "/" + bundle.getVersion() + "/" + file;
    }
}
