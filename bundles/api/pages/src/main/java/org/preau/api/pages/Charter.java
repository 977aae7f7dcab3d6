package org.preau.api.pages;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How the academy that runs the portal looks: its name, logo and colour, from {@code org.preau.core.pages.cfg}. A change of configuration is another service.
 *
 * @since 1.0
 */
@ProviderType
public interface Charter {
    /** What people call the portal: the operator's choice, such as the academy's name. */
    String name();

    /** The accent colour, {@code #rrggbb}. On pages use the custom property {@code --preau-accent} and its companions. */
    String accent();

    /** Address of the logo, or empty when the academy has none. */
    String logoUrl();

    /**
     * Addresses of the style sheets every page of the portal begins with, in this order: fonts and design tokens (custom properties {@code --preau-…}), then the academy's colours. The
     * user interface loads them too.
     */
    List<String> styleSheets();
}
