package org.preau.api.directory.lifecycle;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * What becomes of accounts: INACTIVE, ACTIVE, BLOCKED, LEAVING (kept for a time), ARCHIVED (no sign-in, data kept), then erased. Who comes back before that finds his account and things; who was
 * erased comes back as somebody new. Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface Lifecycle {
    /** The action of blocking and opening accounts; its target is a structure of the person. */
    String BLOCK = "account.block";

    /** The action of seeing who leaves and of putting departures off; its target is a structure of the person. */
    String DEPARTURES = "account.departures";

    /** The action of erasing and of reading certificates; its target is a structure of the person. */
    String ERASE = "person.erase";

    /**
     * Closes an account; its sessions end.
     *
     * @param reason why, audited; never blank
     */
    void block(Subject by, UUID accountId, String reason);

    /** Opens a blocked account again, as it was before. */
    void unblock(Subject by, UUID accountId, String reason);

    /** Accounts that are leaving or archived, with dates, the soonest first; within the structure or the viewer's perimeter. */
    Page<Departure> departures(Subject viewer, Optional<UUID> within, PageRequest page);

    /**
     * Erases a person at once, whatever the periods: on his request or the academy's (7.2.3). Publishes {@link PersonErased}.
     *
     * @param reason why, without personal data: it stands on the certificate
     */
    ErasureCertificate erase(Subject by, UUID personId, String reason);

    /** Certificates of what was erased, the latest first; for the portal and for administrators who may {@value #ERASE} at the root. */
    Page<ErasureCertificate> certificates(Subject viewer, PageRequest page);

    /** The certificate as a file to give away: JSON, signed; nothing if there is none or it is not for the viewer. */
    Optional<byte[]> download(Subject viewer, UUID certificateId);

    /** Whether the file is a certificate that this portal signed and nobody changed. */
    boolean verify(byte[] certificate);
}
