package org.preau.core.directory.structure;

import java.util.Map;
import org.preau.api.audit.Audit;
import org.preau.api.base.Events;
import org.preau.api.base.Subject;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;

/** Tells the audit trail, the listeners and the caches of a change, inside its transaction. */
record Trace(Tx tx, Audit audit, Events events, DirectoryGeneration generation) {
    void changed(Subject by, String action, String target, Map<String, String> details) {
        audit.record(by, action, target, details);
        events.publish(new DirectoryChanged(action));
        tx.afterCommit(generation::next);
    }
}
