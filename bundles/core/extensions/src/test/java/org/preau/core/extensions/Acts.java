package org.preau.core.extensions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/** Remembers acts. */
final class Acts implements Audit {
    final List<String> acts = new ArrayList<>();

    @Override
    public void record(Subject subject, String action, String target, Map<String, String> details) {
        acts.add((subject.isSystem() ? "system" : "admin") + " " + action + " " + target);
    }

    @Override
    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
