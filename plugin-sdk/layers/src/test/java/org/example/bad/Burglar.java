package org.example.bad;

import org.preau.core.secret.Inner;

/** Reaches into the portal, into others' fields, and stops everybody. */
public final class Burglar {
    /** Does all of it. */
    public Object open(Object other) throws ReflectiveOperationException {
        var field = other.getClass().getDeclaredField("secret");
        field.setAccessible(true);
        if (Inner.secret().isEmpty()) {
            System.exit(1);
        }
        return field.get(other);
    }
}
