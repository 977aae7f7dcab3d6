package org.preau.core.shell.notice;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.core.shell.bridge.BoundSessions;
import org.preau.core.shell.layout.ShellLayout;

/** Notices of developers to themselves, one a plugin: shown at the head of every open page of this node, gone at the next start. Safe on any thread. */
@Component(service = DevNotices.class)
public final class DevNotices {
    private final BoundSessions sessions;
    private final Map<String, String> texts = new ConcurrentSkipListMap<>();

    /** Called by the component runtime. */
    @Activate
    public DevNotices(@Reference BoundSessions sessions) {
        this.sessions = sessions;
    }

    /** All of them: text by plugin. */
    public Map<String, String> all() {
        return Map.copyOf(texts);
    }

    /** Shows a text in the place of the plugin's one before; an empty one takes it away. Open pages follow by push. */
    void say(String plugin, String text) {
        boolean changed = text.isBlank() ? texts.remove(plugin) != null : !text.equals(texts.put(plugin, text));
        if (changed) {
            sessions.everyPage(ShellLayout::noticesChanged);
        }
    }
}
