package org.preau.core.extensions;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.Subject;
import org.preau.api.extension.ExtensionSource;

/** Who is changing an extension at this moment: the installer tells what became of it, not who asked. Safe on any thread. */
@Component(service = Acting.class)
public final class Acting {
    private final Map<String, Actor> actors = new ConcurrentHashMap<>();

    /** Who asked, and by which way. */
    record Actor(Subject by, ExtensionSource source) {}

    /** A change. */
    interface Act<T> {
        /** Makes it. */
        T make();
    }

    /** Makes a change of that extension for somebody. */
    <T> T as(String id, Actor actor, Act<T> act) {
        actors.put(id, actor);
        try {
            return act.make();
        } finally {
            actors.remove(id);
        }
    }

    /** Who changes it; nobody when the folder changed. */
    Optional<Actor> of(String id) {
        return Optional.ofNullable(actors.get(id));
    }
}
