package org.preau.core.shell.app;

import org.osgi.framework.Version;
import org.preau.api.app.PortalApplication;

/** Lets tests of other packages deploy applications. */
public final class ApplicationsDoor {
    private ApplicationsDoor() {}

    /** Deploys. */
    public static void add(Applications applications, PortalApplication application, Version version) {
        applications.add(application, version);
    }

    /** Takes away. */
    public static void remove(Applications applications, PortalApplication application) {
        applications.unbind(application);
    }
}
