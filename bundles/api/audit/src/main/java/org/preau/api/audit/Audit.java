package org.preau.api.audit;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/** The audit trail. */
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

    /** The latest entries first, of one action ({@code connector.release}), of a family ({@code connector.}), or of all (empty). */
    Page<AuditEntry> latest(String actionPrefix, PageRequest page);
}
