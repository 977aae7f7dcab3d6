package org.preau.core.extensions;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.preau.api.storage.FileStore;
import org.preau.api.storage.StoredFile;

/** Files by owner and key. */
final class FakeStore implements FileStore {
    final Set<String> keys = new java.util.TreeSet<>();

    @Override
    public StoredFile put(String owner, String key, InputStream content, long most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<InputStream> open(String owner, String key) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredFile> find(String owner, String key) {
        return Optional.empty();
    }

    @Override
    public boolean delete(String owner, String key) {
        return keys.remove(owner + "/" + key);
    }

    @Override
    public List<StoredFile> list(String owner, String prefix, int most) {
        return keys.stream()
                .filter(key -> key.startsWith(owner + "/"))
                .map(key -> new StoredFile(owner, key.substring(owner.length() + 1), 1, Instant.EPOCH))
                .toList();
    }

    @Override
    public long used(String owner) {
        return 0;
    }
}
