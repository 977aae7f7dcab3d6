package org.preau.api.app;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.signin.PortalSession;

/**
 * The applications deployed on this node.
 *
 * @since 1.0
 */
@ProviderType
public interface AppCatalogue {
    /** All of them, by order. */
    List<AppStatus> all();

    /** Those that this user gets: audience and toggles. */
    List<AppStatus> visibleTo(PortalSession session);

    /**
     * An application and how it is.
     *
     * @param descriptor who it is
     * @param version version of its bundle
     * @param state {@code active}, {@code broken} (its last contribution or view failed) or {@code shadowed} (another bundle with the same id and a higher version serves)
     */
    record AppStatus(AppDescriptor descriptor, String version, String state) {}
}
