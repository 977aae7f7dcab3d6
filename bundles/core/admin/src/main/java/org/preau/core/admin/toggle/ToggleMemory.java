package org.preau.core.admin.toggle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this node knows of the toggles: read again after a change; the last known state while the database is away. Safe on any thread. */
final class ToggleMemory {
    private static final Logger log = LoggerFactory.getLogger(ToggleMemory.class);
    private static final int ACCOUNTS = 10_000;

    private final ToggleStore store;
    private final Map<UUID, Set<String>> hidden = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Set<String>> eldest) {
            return size() > ACCOUNTS;
        }
    };
    private volatile Switches known = Switches.NONE;
    private volatile boolean stale = true;

    ToggleMemory(ToggleStore store) {
        this.store = store;
    }

    Switches switches() {
        if (stale) {
            load();
        }
        return known;
    }

    Set<String> hiddenBy(UUID accountId) {
        synchronized (hidden) {
            Set<String> items = hidden.get(accountId);
            if (items != null) {
                return items;
            }
        }
        try {
            Set<String> items = store.hiddenBy(accountId);
            synchronized (hidden) {
                hidden.put(accountId, items);
            }
            return items;
        } catch (PortalException away) {
            log.warn("What a user hides is not read, everything is shown: {}", away.getMessage());
            return Set.of();
        }
    }

    void drop() {
        stale = true;
    }

    void dropHidden(UUID accountId) {
        synchronized (hidden) {
            hidden.remove(accountId);
        }
    }

    private synchronized void load() {
        if (!stale) {
            return;
        }
        stale = false;
        try {
            known = store.all();
        } catch (PortalException away) {
            stale = true;
            log.warn("Toggles not read, the last known ones stay: {}", away.getMessage());
        }
    }
}
