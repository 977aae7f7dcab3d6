package org.preau.api.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the whole trail found.
 *
 * @param entries how many entries are sealed and there
 * @param seals how many seals there are
 * @param pending how many entries wait for their seal
 * @param erased how many personal details were erased, which breaks nothing
 * @param pruned how many seals outlive their entries, whose time was over
 * @param findings what is wrong, at most 1000; empty when nothing is
 * @param heads the heads of the chains
 * @since 1.1
 */
public record AuditVerdict(
        long entries,
        long seals,
        long pending,
        long erased,
        long pruned,
        List<Finding> findings,
        List<AuditHead> heads) {
    /** Keeps its own copies. */
    public AuditVerdict {
        findings = List.copyOf(findings);
        heads = List.copyOf(heads);
    }

    /** Whether nothing is wrong. */
    public boolean intact() {
        return findings.isEmpty();
    }

    /** The kinds of what can be wrong. */
    public enum Kind {
        /** An entry is not what was sealed. */
        ENTRY_CHANGED,
        /** An entry that was sealed is gone. */
        ENTRY_REMOVED,
        /** An entry is covered by no seal and waits for none. */
        ENTRY_INSERTED,
        /** A personal detail is neither what was sealed nor erased. */
        DETAIL_CHANGED,
        /** A seal is not what was signed. */
        SEAL_CHANGED,
        /** A seal is missing in its chain. */
        SEAL_REMOVED,
        /** A head that was written down is not part of the chain. */
        HEAD_UNKNOWN
    }

    /**
     * One thing that is wrong.
     *
     * @param node whose chain, null where no seal tells
     * @param seal number of the seal, 0 where none tells
     * @param entry sequence number of the entry, 0 for a seal itself
     * @param at when the entry was written, or the seal made, in ISO 8601; empty when that is gone too
     * @param detail one line for operators
     */
    public record Finding(Kind kind, @Nullable UUID node, long seal, long entry, String at, String detail) {}
}
