package org.preau.core.http;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bundles may bring something to the servlet container: ours that own the context, and the container itself. Anything else would change the one context everybody is in, and
 * listeners, initializers, endpoints and helpers even restart it, which drops all sessions.
 */
final class WallRule {
    private static final Set<String> OWNERS = Set.of("org.preau.core.http", "org.preau.core.shell");
    private static final List<String> CONTAINER = List.of("org.ops4j.pax.web.", "org.eclipse.jetty.");
    private static final List<String> CONTAINER_TYPES = List.of(
            "jakarta.servlet.",
            "org.osgi.service.servlet.context.",
            "org.osgi.service.servlet.whiteboard.",
            "org.ops4j.pax.web.service.whiteboard.",
            "org.ops4j.pax.web.service.spi.",
            "org.eclipse.jetty.");
    private static final List<String> CONTAINER_PROPERTIES =
            List.of("osgi.http.whiteboard.", "org.ops4j.pax.web.", "org.osgi.service.servlet.");
    private static final Set<String> DIRECT = Set.of(
            "org.ops4j.pax.web.service.WebContainer",
            "org.ops4j.pax.web.service.http.HttpService",
            "org.osgi.service.http.HttpService");

    private WallRule() {}

    /** Whether the container must not see a service. */
    static boolean refused(@Nullable String owner, Collection<String> types, Collection<String> properties) {
        return !trusted(owner)
                && (types.stream().anyMatch(type -> startsWithOne(type, CONTAINER_TYPES))
                        || properties.stream().anyMatch(name -> startsWithOne(name, CONTAINER_PROPERTIES)));
    }

    /** Whether a bundle is the container, which the wall stands before. */
    static boolean isContainer(@Nullable String bundle) {
        return bundle != null && startsWithOne(bundle, CONTAINER);
    }

    /** Whether a bundle must not get at the container's own service, which registers servlets by call. */
    static boolean hidden(@Nullable String seeker, Collection<String> types) {
        return !trusted(seeker) && types.stream().anyMatch(DIRECT::contains);
    }

    private static boolean trusted(@Nullable String bundle) {
        return isContainer(bundle) || bundle != null && OWNERS.contains(bundle);
    }

    private static boolean startsWithOne(String name, List<String> beginnings) {
        return beginnings.stream().anyMatch(name::startsWith);
    }
}
