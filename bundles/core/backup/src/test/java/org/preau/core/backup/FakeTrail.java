package org.preau.core.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditSeals;
import org.preau.api.audit.AuditVerdict;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/** A trail that remembers the actions. */
final class FakeTrail implements Audit, AuditSeals {
    final List<String> actions = new ArrayList<>();

    @Override
    public void record(Subject subject, String action, String target, Map<String, String> details) {
        actions.add(action);
    }

    @Override
    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    @Override
    public int seal() {
        return 0;
    }

    @Override
    public List<AuditHead> heads() {
        return List.of(new AuditHead(new UUID(0, 1), 7, "ab", Instant.EPOCH));
    }

    @Override
    public AuditVerdict verify(List<AuditHead> known) {
        throw new UnsupportedOperationException();
    }
}
