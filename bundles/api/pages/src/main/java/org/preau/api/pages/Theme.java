package org.preau.api.pages;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;

/**
 * A set of colours for the whole portal, plugins included: what an academy's charter looks like. Register it as a service; {@code theme = <id>} in {@code org.preau.core.pages.cfg} chooses it. The portal checks
 * it when it comes: text on its ground has a contrast of 4.5:1 at least, in the light and in the dark scheme; a theme that fails is refused, and {@code preau:theme-list} says why.
 *
 * <pre>{@code
 * @Component
 * public final class LilacTheme implements Theme {
 *     public String id() { return "lilac"; }
 *     public LocalizedText name() { return TEXTS.both("theme.name"); }
 *     public Map<String, String> light() { return Map.of("--preau-accent-base", "#6b3fa0", "--preau-accent-text", "#5a2f90"); }
 *     public Map<String, String> dark() { return Map.of("--preau-accent-text", "#cdb4f2"); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface Theme {
    /** Unique name, {@code [a-z][a-z0-9-]*}. */
    String id();

    /** What it is called. */
    LocalizedText name();

    /**
     * Colours of the light scheme, {@code #rrggbb}, by custom property: {@code --preau-ground}, {@code --preau-surface}, {@code --preau-ink}, {@code --preau-ink-soft}, {@code --preau-line-colour},
     * {@code --preau-line-strong}, {@code --preau-accent-base}, {@code --preau-on-accent}, {@code --preau-accent-text}, {@code --preau-accent-ground}, and {@code --preau-good}, {@code --preau-warn},
     * {@code --preau-bad} with their {@code -ground}. Those not named stay as they are.
     */
    Map<String, String> light();

    /** The same for the dark scheme; the accent's base is that of the light one. */
    default Map<String, String> dark() {
        return Map.of();
    }

    /** Address of a logo in the portal ({@code /res/…}), used where the configuration names none; empty for none. */
    default String logoUrl() {
        return "";
    }
}
