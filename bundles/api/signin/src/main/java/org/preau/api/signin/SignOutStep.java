package org.preau.api.signin;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something the user sees after his sign-out, before the last page: which services answered. Registered as a service; steps are taken in the order of ranking.
 *
 * <pre>{@code
 * @Component
 * public final class PrinterStep implements SignOutStep {
 *     public Optional<String> page(PortalSession ended, String next) {
 *         return jobs.waitFor(ended.id()) ? Optional.of("/signout/printer?next=" + encode(next)) : Optional.empty();
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface SignOutStep {
    /**
     * The step's page.
     *
     * @param ended the session that has just ended
     * @param next path or address where the page leads on to
     * @return a path of the portal; nothing when there is nothing to show
     */
    Optional<String> page(PortalSession ended, String next);
}
