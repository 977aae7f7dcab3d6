package org.preau.api.containment;

import org.jspecify.annotations.Nullable;

/** No containment at all. */
final class Uncontained implements Containment {
    @Override
    public <T extends @Nullable Object, E extends Exception> T call(Object part, Door door, Act<T, E> act) throws E {
        return act.run();
    }

    @Override
    public void failed(Object part, Throwable cause) {}

    @Override
    public void count(Object part, String what, int perMinute) {}

    @Override
    public boolean contains(Object part) {
        return false;
    }

    @Override
    public boolean stopped(Object part) {
        return false;
    }
}
