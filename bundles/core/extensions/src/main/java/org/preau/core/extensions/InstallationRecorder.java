package org.preau.core.extensions;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Events;
import org.preau.api.base.Subject;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.ExtensionsChanged;
import org.preau.api.extension.Installation;
import org.preau.api.extension.Installation.Kind;
import org.preau.api.extension.InstallationListener;
import org.preau.api.extension.PastAct;

/** Writes down what became of extensions, whoever did it, with its trace in the audit trail (71E). */
@Component
public final class InstallationRecorder implements InstallationListener {
    private final ExtensionStore store;
    private final Brought brought;
    private final Acting acting;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public InstallationRecorder(
            @Reference ExtensionStore store,
            @Reference Brought brought,
            @Reference Acting acting,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this.store = store;
        this.brought = brought;
        this.acting = acting;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void changed(Installation what) {
        Acting.Actor actor =
                acting.of(what.id()).orElse(new Acting.Actor(Subject.SYSTEM, ExtensionSource.DEPLOY_FOLDER));
        Instant now = clock.instant();
        store.tx().writeSql(connection -> {
            if (what.kind() == Kind.INSTALLED || what.kind() == Kind.UPDATED) {
                store.arrived(
                        new ExtensionStore.Arrival(
                                what.id(),
                                what.version(),
                                what.name(),
                                actor.source(),
                                what.sha256(),
                                actor.by().accountId()),
                        now);
            } else if (what.kind() == Kind.REMOVED) {
                store.went(what.id(), what.version(), now);
            }
            if (what.kind() != Kind.REFUSED && what.kind() != Kind.RETURNED) {
                store.brought(what.id(), brought.named(what.id()));
            }
            store.act(new PastAct(
                    now,
                    what.kind().name(),
                    what.id(),
                    what.version(),
                    what.before(),
                    what.why(),
                    actor.by().accountId()));
            audit.record(actor.by(), "extension." + verb(what.kind()), "extension:" + what.id(), details(what, actor));
            events.publish(new ExtensionsChanged(what.id()));
            return 0;
        });
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case INSTALLED -> "install";
            case UPDATED -> "update";
            case RETURNED -> "return";
            case REFUSED -> "refuse";
            case REMOVED -> "remove";
        };
    }

    private static Map<String, String> details(Installation what, Acting.Actor actor) {
        Map<String, String> details = new HashMap<>();
        details.put("version", what.version());
        details.put("before", what.before());
        details.put("file", what.file());
        details.put("sha256", what.sha256());
        details.put("source", actor.source().name());
        if (what.why() != Installation.NO_REASON) {
            details.put("why", what.why().en());
        }
        return details;
    }
}
