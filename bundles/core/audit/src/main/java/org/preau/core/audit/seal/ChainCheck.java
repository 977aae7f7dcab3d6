package org.preau.core.audit.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditVerdict.Finding;
import org.preau.api.audit.AuditVerdict.Kind;
import org.preau.api.keys.Keys;

/** Follows the chain of one node, link by link. */
final class ChainCheck {
    private final UUID node;
    private final Keys keys;
    private final List<Finding> findings;
    private final Map<Long, List<AuditHead>> known = new TreeMap<>();
    private @Nullable Seal last;

    /**
     * The beginning of a chain.
     *
     * @param heads written down before; those of other chains are passed over
     * @param findings where to note what is wrong
     */
    ChainCheck(UUID node, Keys keys, List<AuditHead> heads, List<Finding> findings) {
        this.node = node;
        this.keys = keys;
        this.findings = findings;
        heads.stream().filter(head -> head.node().equals(node)).forEach(head -> known.computeIfAbsent(
                        head.number(), number -> new ArrayList<>())
                .add(head));
    }

    /** Looks at the next link. */
    void follow(Seal seal) {
        long expected = last == null ? 1 : last.number() + 1;
        byte[] before = last == null ? new byte[Seal.DIGEST] : last.hash();
        if (seal.number() != expected) {
            note(
                    Kind.SEAL_REMOVED,
                    expected,
                    seal.fromAt(),
                    "seals " + expected + " to " + (seal.number() - 1) + " are missing");
        } else if (!Arrays.equals(seal.previous(), before)) {
            note(Kind.SEAL_CHANGED, seal.number(), seal.sealedAt(), "it does not follow the seal before it");
        }
        if (!Arrays.equals(seal.hash(), seal.computed())) {
            note(Kind.SEAL_CHANGED, seal.number(), seal.sealedAt(), "its values are not those that were signed");
        } else if (!keys.verify(Sealer.KEY, seal.hash(), seal.mac())) {
            note(Kind.SEAL_CHANGED, seal.number(), seal.sealedAt(), "its signature is not the portal's");
        }
        contents(seal);
        for (AuditHead head : known.getOrDefault(seal.number(), List.of())) {
            if (!head.hash().equals(HexFormat.of().formatHex(seal.hash()))) {
                note(
                        Kind.HEAD_UNKNOWN,
                        seal.number(),
                        head.at(),
                        "it was " + head.hash() + " when it was written down");
            }
        }
        last = seal;
    }

    /** Ends: heads beyond the last link are unknown. */
    void end() {
        long number = last == null ? 0 : last.number();
        known.forEach((each, heads) -> {
            if (each > number) {
                note(
                        Kind.HEAD_UNKNOWN,
                        each,
                        heads.get(0).at(),
                        "the chain ends at " + number + ", but seal " + each
                                + " was written down: the end was removed");
            }
        });
    }

    private void contents(Seal seal) {
        Instant pruned = seal.prunedAt();
        byte[] mac = seal.prunedMac();
        if (pruned == null) {
            if (!seal.coversItsRoot()) {
                note(Kind.SEAL_CHANGED, seal.number(), seal.sealedAt(), "its list of entries is not the one signed");
            }
        } else if (mac == null || !keys.verify(Pruning.KEY, seal.pruning(pruned), mac)) {
            note(Kind.SEAL_CHANGED, seal.number(), seal.sealedAt(), "its entries were not pruned by the portal");
        }
    }

    private void note(Kind kind, long number, Instant at, String detail) {
        findings.add(new Finding(kind, node, number, 0, at.toString(), detail));
    }
}
