package org.preau.api.app;

import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;

/**
 * How an application presents itself.
 *
 * @param id unique id, {@code [a-z][a-z0-9-]*}: its address is {@code /app/<id>}
 * @param name short name for the tile: one or two words
 * @param description one sentence
 * @param icon name of a Vaadin icon: {@code newspaper}
 * @param hue its colour, the same everywhere
 * @param audience profiles that get it
 * @param order place among the tiles, smallest first
 * @since 1.0
 */
public record AppDescriptor(
        String id,
        LocalizedText name,
        LocalizedText description,
        String icon,
        Hue hue,
        Set<Profile> audience,
        int order) {
    /** Checks the id. */
    public AppDescriptor {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("application id " + id + ": want [a-z][a-z0-9-]*");
        }
        audience = Set.copyOf(audience);
    }

    /** The colours of applications; the shell owns what each looks like, with contrast that passes AA in both schemes. */
    public enum Hue {
        /** Blue. */
        BLUE,
        /** Green. */
        GREEN,
        /** Orange. */
        ORANGE,
        /** Red. */
        RED,
        /** Purple. */
        PURPLE,
        /** Teal. */
        TEAL,
        /** Pink. */
        PINK,
        /** Yellow. */
        YELLOW,
        /** Slate. */
        SLATE
    }
}
