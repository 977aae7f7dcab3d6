package org.preau.core.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files kept in memory, those not asked for longest going first. Safe on any thread. */
final class ResourceCache {
    private final int capacity;
    private final Map<String, ResourceFile> files = new LinkedHashMap<>(64, 0.75f, true);
    private int weight;

    /** A cache of so many bytes. */
    ResourceCache(int capacity) {
        this.capacity = capacity;
    }

    /** The file of that key, read if it is not here. */
    ResourceFile get(String key, Supplier<ResourceFile> read) {
        ResourceFile found = find(key);
        if (found != null) {
            return found;
        }
        ResourceFile fresh = read.get();
        keep(key, fresh);
        return fresh;
    }

    private synchronized @Nullable ResourceFile find(String key) {
        return files.get(key);
    }

    private synchronized void keep(String key, ResourceFile file) {
        if (file.weight() > capacity / 4) {
            return;
        }
        ResourceFile before = files.put(key, file);
        weight += file.weight() - (before == null ? 0 : before.weight());
        Iterator<ResourceFile> oldest = files.values().iterator();
        while (weight > capacity && oldest.hasNext()) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }
}
