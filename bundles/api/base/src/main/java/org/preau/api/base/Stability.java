package org.preau.api.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a package of the API: how much its users can rely on it. The build refuses a package of the API without it, and an incompatible change of a stable one without a new major version.
 *
 * <pre>{@code
 * @Stability(Stability.Level.STABLE)
 * @Version("1.0.0")
 * @NullMarked
 * package org.preau.api.app;
 * }</pre>
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Stability {
    /** How stable the package is. */
    Level value();

    /** The levels. */
    enum Level {
        /** What is built against 1.0 runs on every later 1.x: types and methods come, none goes or changes. */
        STABLE,
        /** May still change with a minor version of the portal; the notes of the release say how. A plugin that uses it names the minor version in its imports. */
        EXPERIMENTAL,
        /** For parts of the portal itself: exported because they are separate bundles, not meant for plugins. */
        INTERNAL
    }
}
