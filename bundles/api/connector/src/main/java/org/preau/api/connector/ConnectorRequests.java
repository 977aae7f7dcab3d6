package org.preau.api.connector;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * From asking for a connector to its opening (3113-6, 3113-8, 510B). Each act is audited, joins the running transaction, and can be undone: an acceptance by {@link #reconsider}, an opening by {@link #close}.
 *
 * <p>Failures are {@link org.preau.api.base.PortalException}: {@code FORBIDDEN}, {@code NOT_FOUND}, {@code INVALID_INPUT}, {@code CONFLICT}.
 *
 * @since 1.0
 */
@ProviderType
public interface ConnectorRequests {
    /** The action of asking for a connector, on the structure it is for. */
    String REQUEST = "connector.request";

    /** The action of looking at requests, accepting and refusing them, on the academy. */
    String VALIDATE = "connector.validate";

    /** The action of opening an accepted connector to a structure, on that structure. */
    String OPEN = "connector.open";

    /**
     * Asks for a connector of a template.
     *
     * @param structureId who it is for: a school, a commune, an academy
     * @param values what stands in the template's blanks; {@code structures} is filled in by the portal
     */
    ConnectorRequest request(Subject by, UUID structureId, String template, Map<String, String> values);

    /** Notes that what would leave was looked at. Asks for {@link #VALIDATE}. */
    ConnectorRequest check(Subject by, UUID requestId);

    /** The academy says yes; {@code CONFLICT} before somebody has {@linkplain #check looked} at what would leave. */
    ConnectorRequest accept(Subject by, UUID requestId);

    /** The academy says no; what was open closes. */
    ConnectorRequest refuse(Subject by, UUID requestId, String reason);

    /** Takes a yes or no back: the request waits again, what was open closes. */
    ConnectorRequest reconsider(Subject by, UUID requestId);

    /** Who asked does not want it any more. Asks for {@link #REQUEST}. */
    ConnectorRequest withdraw(Subject by, UUID requestId);

    /**
     * Opens an accepted connector to structures and all below them. Asks for {@link #OPEN} on each.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} for a structure that is not the one that asked, nor below it
     */
    ConnectorRequest open(Subject by, UUID requestId, Set<UUID> structures);

    /** Closes it to structures it was opened to. Asks for {@link #OPEN} on each. */
    ConnectorRequest close(Subject by, UUID requestId, Set<UUID> structures);

    /** One request, if {@code by} may ask, validate or open there. */
    ConnectorRequest find(Subject by, UUID requestId);

    /** Requests of a structure and of those below it, the latest first. Asks for {@link #REQUEST} there. */
    Page<ConnectorRequest> list(Subject by, UUID structureId, Set<ConnectorRequest.State> states, PageRequest page);

    /**
     * What others have asked for that may come to this structure: requests of its commune, of its academy, the latest first, whatever their state but withdrawn. To be read only. Asks for {@link #REQUEST} on
     * the structure itself: for the head of a school.
     */
    Page<ConnectorRequest> above(Subject by, UUID structureId, PageRequest page);
}
