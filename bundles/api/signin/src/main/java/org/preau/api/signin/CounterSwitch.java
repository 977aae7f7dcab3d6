package org.preau.api.signin;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Which counters an administrator has closed. Asked at each sign-in and for each sign-in page: answers from memory, the same on every node within a second or two.
 *
 * @since 1.0
 */
@ProviderType
public interface CounterSwitch {
    /** Whether nobody may sign in there for now. */
    boolean closed(String counter);
}
