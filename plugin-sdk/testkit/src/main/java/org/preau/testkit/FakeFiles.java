package org.preau.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.storage.FileStore;
import org.preau.api.storage.StoredFile;

/** Keeps files in memory, within a quota that the test sets. */
public final class FakeFiles implements FileStore {
    private static final String KEY = "[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*";

    private final Map<String, Kept> kept = new TreeMap<>();
    private final Clock clock;
    private long quota = Long.MAX_VALUE;

    /** An empty store. */
    public FakeFiles(Clock clock) {
        this.clock = clock;
    }

    private record Kept(StoredFile file, byte[] content) {}

    /** From now on an owner's files may take so many bytes. */
    public FakeFiles quota(long bytes) {
        quota = bytes;
        return this;
    }

    @Override
    public StoredFile put(String owner, String key, InputStream content, long most) {
        String name = name(owner, key);
        byte[] bytes;
        try {
            bytes = content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long before = find(owner, key).map(StoredFile::size).orElse(0L);
        if (bytes.length > most || used(owner) - before + bytes.length > quota) {
            throw new PortalException(ErrorCode.INVALID_INPUT, "the file is too large, or the quota is used up", null);
        }
        StoredFile file = new StoredFile(owner, key, bytes.length, clock.instant());
        kept.put(name, new Kept(file, bytes));
        return file;
    }

    @Override
    public Optional<InputStream> open(String owner, String key) {
        return Optional.ofNullable(kept.get(name(owner, key))).map(each -> new ByteArrayInputStream(each.content()));
    }

    @Override
    public Optional<StoredFile> find(String owner, String key) {
        return Optional.ofNullable(kept.get(name(owner, key))).map(Kept::file);
    }

    @Override
    public boolean delete(String owner, String key) {
        return kept.remove(name(owner, key)) != null;
    }

    @Override
    public List<StoredFile> list(String owner, String prefix, int most) {
        return kept.values().stream()
                .map(Kept::file)
                .filter(file -> file.owner().equals(owner) && file.key().startsWith(prefix))
                .limit(most)
                .toList();
    }

    @Override
    public long used(String owner) {
        return list(owner, "", Integer.MAX_VALUE).stream()
                .mapToLong(StoredFile::size)
                .sum();
    }

    private static String name(String owner, String key) {
        if (!owner.matches("[a-z][a-z0-9_-]*") || !key.matches(KEY)) {
            throw new IllegalArgumentException("no owner and key of a file: " + owner + " " + key);
        }
        return owner + " " + key;
    }
}
