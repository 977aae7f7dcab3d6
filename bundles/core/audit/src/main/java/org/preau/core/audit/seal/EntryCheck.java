package org.preau.core.audit.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.audit.AuditVerdict.Finding;
import org.preau.api.audit.AuditVerdict.Kind;
import org.preau.core.audit.EntryDigest;
import org.preau.core.audit.EntryReader;
import org.preau.core.audit.StoredEntry;

/** Compares entries with the leaves of their seals, some thousands at once. */
final class EntryCheck {
    private static final int AT_ONCE = 5_000;

    private final EntryReader reader;
    private final List<Finding> findings;
    private final List<Expected> waiting = new ArrayList<>();
    private long found;
    private long erased;

    EntryCheck(Connection connection, List<Finding> findings) {
        this.reader = new EntryReader(connection);
        this.findings = findings;
    }

    /** Entries that were there. */
    long found() {
        return found;
    }

    /** Personal details that were erased. */
    long erased() {
        return erased;
    }

    /** Takes what a seal covers; looks once there is enough. */
    void expect(Seal seal) throws SQLException {
        int count = Math.min(seal.entries().size(), seal.leaves().length / Seal.DIGEST);
        for (int i = 0; i < count; i++) {
            waiting.add(new Expected(seal, seal.entries().get(i), seal.leaf(i)));
        }
        if (waiting.size() >= AT_ONCE) {
            look();
        }
    }

    /** Looks at what is left. */
    void look() throws SQLException {
        Map<Long, StoredEntry> entries = new HashMap<>();
        reader.read(waiting.stream().map(Expected::seq).toArray(Long[]::new))
                .forEach(entry -> entries.put(entry.seq(), entry));
        for (Expected each : waiting) {
            StoredEntry entry = entries.get(each.seq());
            if (entry == null) {
                Seal seal = each.seal();
                note(Kind.ENTRY_REMOVED, each, seal.fromAt() + "/" + seal.toAt(), "entry " + each.seq() + " is gone");
            } else {
                found++;
                compare(each, entry);
            }
        }
        waiting.clear();
    }

    private void compare(Expected each, StoredEntry entry) {
        if (!Arrays.equals(each.leaf(), EntryDigest.of(entry))) {
            note(
                    Kind.ENTRY_CHANGED,
                    each,
                    entry.at().toString(),
                    "entry " + each.seq() + " (" + entry.action() + " on " + entry.target()
                            + ") is not what was sealed");
        }
        for (StoredEntry.Personal detail : entry.personal()) {
            String value = detail.value();
            byte[] salt = detail.salt();
            if (value == null) {
                erased++;
            } else if (salt == null
                    || !Arrays.equals(detail.digest(), EntryDigest.ofPersonal(salt, detail.name(), value))) {
                note(
                        Kind.DETAIL_CHANGED,
                        each,
                        entry.at().toString(),
                        "detail " + detail.name() + " of entry " + each.seq() + " is not what was sealed");
            }
        }
    }

    private void note(Kind kind, Expected each, String at, String detail) {
        findings.add(new Finding(kind, each.seal().node(), each.seal().number(), each.seq(), at, detail));
    }

    private record Expected(Seal seal, long seq, byte[] leaf) {}
}
