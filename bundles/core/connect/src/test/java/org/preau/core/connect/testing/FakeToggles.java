package org.preau.core.connect.testing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.preau.api.app.Toggles;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;

/** Everything is on but what was switched off. */
public final class FakeToggles implements Toggles {
    private final Set<String> off = new HashSet<>();

    /** Switches an item off, for everybody. */
    public void switchOff(String item) {
        off.add(item);
    }

    @Override
    public boolean on(String item, PortalSession session) {
        return !off.contains(item);
    }

    @Override
    public Map<String, Boolean> at(Scope scope) {
        return Map.of();
    }

    @Override
    public boolean onAbove(String item, Scope scope) {
        return !off.contains(item);
    }

    @Override
    public void set(Subject by, String item, Scope scope, boolean on) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void hide(Subject by, String item, boolean hidden) {
        throw new UnsupportedOperationException();
    }
}
