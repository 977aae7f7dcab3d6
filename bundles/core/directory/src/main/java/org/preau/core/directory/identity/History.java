package org.preau.core.directory.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.audit.AuditQuery;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.identity.PersonFile.AuditLine;

/** What the audit trail tells lately of a person and his account. */
final class History {
    private static final int MOST = 50;

    private final Audit audit;

    History(Audit audit) {
        this.audit = audit;
    }

    /**
     * The latest things done, newest first.
     *
     * @param targets {@code person:<id>}, {@code account:<id>}
     */
    List<AuditLine> of(Set<String> targets) {
        List<AuditEntry> found = new ArrayList<>();
        for (String target : targets) {
            audit.find(AuditQuery.ALL.target(target), PageRequest.first(MOST)).items().stream()
                    .filter(entry -> entry.target().equals(target))
                    .forEach(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparing(AuditEntry::at).reversed())
                .limit(MOST)
                .map(entry -> new AuditLine(entry.at(), entry.action(), entry.details()))
                .toList();
    }
}
