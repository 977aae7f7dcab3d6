package org.preau.core.directory.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.audit.Audit;
import org.preau.api.base.Events;
import org.preau.api.base.Subject;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordKind;

/** Tells the audit trail and the listeners what a load did, inside its transaction. */
final class LoadTrace {
    private final Audit audit;
    private final Events events;
    private final Runnable dropCaches;

    LoadTrace(Audit audit, Events events, Runnable dropCaches) {
        this.audit = audit;
        this.events = events;
        this.dropCaches = dropCaches;
    }

    void applied(LoadFrame frame, LoadDifference done, List<AccountMerge.Turned> turned) {
        LoadSource source = frame.source();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("academy", source.academy());
        details.put("date", source.date().toString());
        details.put("sha256", source.checksum());
        details.put("created", String.valueOf(done.created()));
        details.put("changed", String.valueOf(done.changed()));
        details.put("unchanged", String.valueOf(done.unchanged()));
        details.put("departures", String.valueOf(done.departures()));
        details.put("departedStructures", String.valueOf(done.of(RecordKind.SCHOOL).leaving()));
        details.put("load", frame.id().toString());
        UUID undone = frame.undoes();
        if (undone != null) {
            details.put("undoes", undone.toString());
        }
        audit.record(Subject.SYSTEM, undone == null ? "feed.apply" : "feed.undo", "feed:" + source.feed(), details);
        for (AccountMerge.Turned each : turned) {
            if (each.wasOrIsActive()) {
                AccountState state = each.closed() ? AccountState.LEAVING : AccountState.ACTIVE;
                events.publish(new AccountStateChanged(each.accountId(), state));
            }
        }
        events.publish(new DirectoryChanged(source.feed()));
        dropCaches.run();
    }
}
