package org.preau.api.audit;

import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * The audit trail.
 *
 * @since 1.0
 */
@ProviderType
public interface Audit {
    /**
     * Writes one entry; joins the running transaction, so that act and trace stand or fall together.
     *
     * @param subject who acts
     * @param action what is done: {@code news.publish}, {@code connector.release}
     * @param target on what, as {@code kind:id}: {@code account:0192…}, {@code connector:elea}
     * @param details names and values that a judicial request would ask for; never a password, a token or a secret
     */
    void record(Subject subject, String action, String target, Map<String, String> details);

    /**
     * The same with what was before and after, and with personal details that can be erased later without breaking the chain of seals.
     *
     * @since 1.1
     */
    default void record(Subject subject, String action, String target, AuditDetails details) {
        record(subject, action, target, details.flat());
    }

    /** The latest entries first, of one action ({@code connector.release}), of a family ({@code connector.}), or of all (empty). */
    Page<AuditEntry> latest(String actionPrefix, PageRequest page);

    /**
     * The entries that a query asks for, the latest first. Their total is counted up to a bound.
     *
     * @since 1.1
     */
    default Page<AuditEntry> find(AuditQuery query, PageRequest page) {
        return latest(query.action(), page);
    }

    /**
     * Removes the personal details about that person from all entries (71C-F); joins the running transaction, and is itself recorded. The entries stay, their seals
     * still hold: they cover salted digests of what is removed.
     *
     * @return how many details were removed
     * @since 1.1
     */
    default int erasePerson(UUID personId) {
        throw new UnsupportedOperationException();
    }
}
