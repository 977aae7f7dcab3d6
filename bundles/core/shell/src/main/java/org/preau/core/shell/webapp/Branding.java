package org.preau.core.shell.webapp;

import java.util.List;
import org.preau.api.pages.Charter;
import org.preau.core.shell.Neighbours;

/**
 * The academy's charter as the shell uses it, with something plain while it is not known.
 *
 * @param name name of the portal
 * @param accent accent colour, {@code #rrggbb}
 * @param logoUrl address of the logo, or empty
 * @param styleSheets style sheets that every page begins with
 */
public record Branding(String name, String accent, String logoUrl, List<String> styleSheets) {
    private static final Branding PLAIN = new Branding("ENT", "#1d4f91", "", List.of());

    /** As it is now. */
    public static Branding of(Neighbours neighbours) {
        return neighbours.charter().map(Branding::of).orElse(PLAIN);
    }

    private static Branding of(Charter charter) {
        return new Branding(charter.name(), charter.accent(), charter.logoUrl(), charter.styleSheets());
    }
}
