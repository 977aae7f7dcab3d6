package org.preau.core.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids this node delivered lately, so that its own notifications and a re-reading deliver nothing twice. Safe on any thread. */
final class SeenEvents {
    private static final int KEPT = 20_000;

    private final Map<Long, Boolean> ids = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    /** Notes an id; whether it is new. */
    synchronized boolean add(long id) {
        return ids.put(id, true) == null;
    }

    /** Whether it was noted. */
    synchronized boolean contains(long id) {
        return ids.containsKey(id);
    }
}
