package org.preau.core.audit.seal;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.AuditHead;
import org.preau.core.audit.EntryDigest;

/**
 * A link of a node's chain.
 *
 * @param previous hash of the link before, 32 zeros for the first
 * @param fromAt time of its earliest entry
 * @param toAt time of its latest
 * @param root digest over numbers and leaves
 * @param mac the portal's HMAC over the hash
 * @param entries numbers of the entries it covers; empty once pruned
 * @param leaves their digests, 32 bytes each, in the same order; empty once pruned
 * @param prunedAt when its entries were pruned, null while they are kept
 * @param prunedMac the portal's HMAC over that
 */
record Seal(
        UUID node,
        long number,
        byte[] previous,
        Instant sealedAt,
        Instant fromAt,
        Instant toAt,
        int count,
        byte[] root,
        byte[] hash,
        byte[] mac,
        List<Long> entries,
        byte[] leaves,
        @Nullable Instant prunedAt,
        byte @Nullable [] prunedMac) {
    /** Bytes of a digest. */
    static final int DIGEST = 32;

    /** The digest of an entry. */
    byte[] leaf(int at) {
        return Arrays.copyOfRange(leaves, at * DIGEST, (at + 1) * DIGEST);
    }

    /** The hash that these values give. */
    byte[] computed() {
        return EntryDigest.begin("preau-audit-seal-1")
                .uuid(node)
                .number(number)
                .bytes(previous)
                .time(sealedAt)
                .time(fromAt)
                .time(toAt)
                .number(count)
                .bytes(root)
                .done();
    }

    /** Whether entries and leaves are those of the root. */
    boolean coversItsRoot() {
        return entries.size() == count
                && leaves.length == count * DIGEST
                && Arrays.equals(root, rootOf(entries, leaves));
    }

    /** The digest over numbers and leaves. */
    static byte[] rootOf(List<Long> entries, byte[] leaves) {
        EntryDigest digest = EntryDigest.begin("preau-audit-leaves-1");
        entries.forEach(digest::number);
        return digest.bytes(leaves).done();
    }

    /** What is signed when its entries are pruned. */
    byte[] pruning(Instant at) {
        return EntryDigest.begin("preau-audit-prune-1").bytes(hash).time(at).done();
    }

    /** The same, signed. */
    Seal signed(byte[] itsHash, byte[] itsMac) {
        return new Seal(
                node, number, previous, sealedAt, fromAt, toAt, count, root, itsHash, itsMac, entries, leaves, null,
                null);
    }

    /** As the head of its chain. */
    AuditHead head() {
        return new AuditHead(node, number, HexFormat.of().formatHex(hash), sealedAt);
    }
}
