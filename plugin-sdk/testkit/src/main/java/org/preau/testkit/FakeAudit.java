package org.preau.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/** Keeps the trail in memory. */
public final class FakeAudit implements Audit {
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /**
     * A line of the trail.
     *
     * @param subject who acted
     * @param action what was done
     * @param target on what
     * @param details names and values
     */
    public record Line(Subject subject, String action, String target, Map<String, String> details) {}

    @Override
    public void record(Subject subject, String action, String target, Map<String, String> details) {
        lines.add(new Line(subject, action, target, Map.copyOf(details)));
    }

    /** Nothing: the trail of tests is read by {@link #lines}. */
    @Override
    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    /** Every line, in order. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The actions recorded, in order. */
    public List<String> actions() {
        return lines.stream().map(Line::action).toList();
    }
}
