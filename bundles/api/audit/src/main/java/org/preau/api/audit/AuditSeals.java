package org.preau.api.audit;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The chains of seals over the audit trail, one a node (71E). Entries are written unsealed, so that nobody waits; seconds later the node seals what was committed.
 *
 * @since 1.1
 */
@ProviderType
public interface AuditSeals {
    /**
     * Seals now what this node has not sealed yet, in transactions of its own.
     *
     * @return how many entries were sealed
     * @throws org.preau.api.base.PortalException {@code UNAVAILABLE} while database or keys are away
     */
    int seal();

    /** The heads of the chains of all nodes that ever sealed, by node. */
    List<AuditHead> heads();

    /**
     * Looks whether the whole trail is as it was sealed. Takes minutes for tens of millions of entries, and stops nobody.
     *
     * @param known heads written down before, which must be part of the chains
     */
    AuditVerdict verify(List<AuditHead> known);
}
