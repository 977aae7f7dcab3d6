package org.preau.core.directory;

import java.util.List;
import java.util.Map;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/** Keeps nothing. */
final class NoAudit implements Audit {
    @Override
    public void record(Subject subject, String action, String target, Map<String, String> details) {}

    @Override
    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
        return new Page<>(List.of(), 0);
    }
}
