package org.preau.api.directory;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * RPIs seen from their schools: several schools shown as one (54P). Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface Platforms {
    /** The platform that the school is a part of, with the sister schools and everybody's classes; nothing for a school that stands alone. */
    Optional<Platform> of(UUID schoolId);
}
