package org.preau.core.feed.run;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Events;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.feed.FeedChanged;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;

/** Leaves the traces of what happens to a run: audit entries and events; both join the running transaction. Safe on any thread. */
@Component(service = Trace.class)
public final class Trace {
    private final Audit audit;
    private final Events events;

    /** Takes its services. */
    @Activate
    public Trace(@Reference Audit audit, @Reference Events events) {
        this.audit = audit;
        this.events = events;
    }

    /** Audits an act on a run: its checksum, verdict and figures, and what is told besides. */
    public void act(Subject by, String action, StoredRun stored, Map<String, String> more) {
        FeedRun run = stored.run();
        Map<String, String> details = new HashMap<>(more);
        details.put("system", run.system());
        details.put("academy", run.academy());
        details.put("mode", run.mode());
        details.put("sha256", run.sha256());
        FeedOutcome outcome = run.outcome();
        if (outcome != null) {
            details.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        }
        LoadDifference difference = run.difference();
        if (difference != null) {
            details.put("created", String.valueOf(difference.created()));
            details.put("changed", String.valueOf(difference.changed()));
            details.put("leaving", String.valueOf(difference.departures()));
        }
        audit.record(by, action, "feed:" + run.id(), details);
    }

    /** Tells everybody that a run went on. */
    public void changed(UUID id, FeedState state) {
        events.publish(new FeedChanged(id, state));
    }
}
