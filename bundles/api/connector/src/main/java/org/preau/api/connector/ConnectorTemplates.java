package org.preau.api.connector;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by a bundle that brings native connectors; shown in the catalogue while it is there.
 *
 * <pre>{@code
 * @Component
 * public final class LibraryTemplates implements ConnectorTemplates {
 *     public List<ConnectorTemplate> templates() { return List.of(LIBRARY, MEDIA); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface ConnectorTemplates {
    /** The templates; constant as long as the service is registered. */
    List<ConnectorTemplate> templates();
}
