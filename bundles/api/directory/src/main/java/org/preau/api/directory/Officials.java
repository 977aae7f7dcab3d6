package org.preau.api.directory;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Heads, inspectors and advisers as the feeds name them ({@code ENTEnsFonctionDir}, {@code ENTPersonFonctions}): whom a grant may be proposed for (621A). Not minimised.
 *
 * @since 1.0
 */
@ProviderType
public interface Officials {
    /**
     * The next ones, in the order of account and structure.
     *
     * @param after the last one of the call before; nothing to start
     * @param limit at most so many, 1 to 5,000
     */
    List<Official> next(Optional<Official> after, int limit);
}
