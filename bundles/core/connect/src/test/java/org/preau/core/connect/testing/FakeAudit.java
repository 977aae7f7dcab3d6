package org.preau.core.connect.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;

/** A trail in memory. */
public final class FakeAudit implements Audit {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /** What was recorded, in order. */
    public List<AuditEntry> entries() {
        return entries;
    }

    /** From now on, or no longer, nothing can be recorded. */
    public void breakDown(boolean nowBroken) {
        broken = nowBroken;
    }

    @Override
    public void record(Subject subject, String action, String target, Map<String, String> details) {
        if (broken) {
            throw new PortalException(ErrorCode.UNAVAILABLE, "no audit", null);
        }
        entries.add(new AuditEntry(Ids.next(), Instant.EPOCH, subject.accountId(), action, target, details));
    }

    @Override
    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
        return new Page<>(entries, entries.size());
    }
}
