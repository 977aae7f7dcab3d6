package org.preau.core.shell.app;

import java.util.List;
import org.osgi.framework.Version;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppView;
import org.preau.api.app.PortalApplication;

/**
 * An application as it was when its service came.
 *
 * @param descriptor who it is
 * @param views its views
 * @param version version of its bundle
 * @param service the application itself
 */
public record App(AppDescriptor descriptor, List<AppView<?>> views, Version version, PortalApplication service) {
    /** Keeps its own copy of the views. */
    public App {
        views = List.copyOf(views);
    }

    /** Its id. */
    public String id() {
        return descriptor.id();
    }

    /** The item that toggles know it by. */
    public String item() {
        return "app:" + id();
    }

    /** The address of one of its paths. */
    public String address(String path) {
        return "/app/" + id() + (path.isEmpty() ? "" : "/" + path);
    }
}
