package org.preau.core.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over fields, each with its length before it, so that no two contents give the same bytes. Described in docs/operator.md: somebody else must be able to
 * compute it from an export.
 */
public final class EntryDigest {
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MessageDigest sha256;

    private EntryDigest(String kind) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        text(kind);
    }

    /** Begins a digest of one kind of thing. */
    public static EntryDigest begin(String kind) {
        return new EntryDigest(kind);
    }

    /** The leaf of an entry: all of it, personal details by their digests only. */
    public static byte[] of(StoredEntry entry) {
        EntryDigest digest = begin("preau-audit-entry-1")
                .number(entry.seq())
                .uuid(entry.id())
                .time(entry.at())
                .uuid(entry.node())
                .uuid(entry.accountId())
                .uuid(entry.personId())
                .text(entry.profile())
                .uuid(entry.structureId())
                .text(entry.action())
                .text(entry.target())
                .map(entry.details())
                .map(entry.before())
                .map(entry.after());
        entry.personal().stream()
                .sorted(Comparator.comparing(StoredEntry.Personal::name))
                .forEach(each -> digest.text(each.name()).uuid(each.personId()).bytes(each.digest()));
        return digest.done();
    }

    /** The digest of a personal detail, which says nothing about it once the salt is gone. */
    public static byte[] ofPersonal(byte[] salt, String name, String value) {
        return begin("preau-audit-personal-1")
                .bytes(salt)
                .text(name)
                .text(value)
                .done();
    }

    /** A new salt. */
    public static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Adds a text; null differs from empty. */
    public EntryDigest text(@Nullable String text) {
        return bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public EntryDigest bytes(byte @Nullable [] bytes) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .array());
        if (bytes != null) {
            sha256.update(bytes);
        }
        return this;
    }

    /** Adds a number. */
    public EntryDigest number(long number) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    /** Adds an identifier. */
    public EntryDigest uuid(@Nullable UUID uuid) {
        return text(uuid == null ? null : uuid.toString());
    }

    /** Adds a time, in microseconds as the database keeps it. */
    public EntryDigest time(Instant time) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    /** Adds names and values in the order of the names. */
    public EntryDigest map(Map<String, String> values) {
        number(values.size());
        new TreeMap<>(values).forEach((name, value) -> text(name).text(value));
        return this;
    }

    /** The 32 bytes. */
    public byte[] done() {
        return sha256.digest();
    }
}
