package org.preau.ui.kit;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/**
 * Addresses of the immutable files that a bundle ships in its {@code Preau-Resources} folder.
 *
 * @since 1.0
 */
public final class KitResources {
    private KitResources() {}

    /**
     * The address of a file of the bundle that {@code anchor} belongs to: {@code /res/<symbolic name>/<version>/<file>}.
     *
     * <p>A version still being worked on has the moment of its deployment added, as its content changes.
     *
     * @param anchor any class of the bundle
     * @param file path below the bundle's resource folder, no slash at the start
     */
    public static String url(Class<?> anchor, String file) {
        Bundle bundle = FrameworkUtil.getBundle(anchor);
        if (bundle == null) {
            return "/res/" + file;
        }
        Version version = bundle.getVersion();
        String known = version.getQualifier().isEmpty()
                ? version.toString()
                : version + "-" + Long.toString(bundle.getLastModified(), Character.MAX_RADIX);
        return "/res/" + bundle.getSymbolicName() + "/" + known + "/" + file;
    }
}
