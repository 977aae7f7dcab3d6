package org.example.walnut;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.pages.Theme;

/** Brown on cream, for both schemes. What is not named stays the portal's; a text of too little contrast has the whole theme refused. */
@Component
public final class WalnutTheme implements Theme {
    private static final Texts TEXTS = Texts.of(WalnutTheme.class);

    @Override
    public String id() {
        return "walnut";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("theme.name");
    }

    @Override
    public Map<String, String> light() {
        return Map.of(
                "--preau-ground", "#faf6f0",
                "--preau-accent-base", "#6b3d14",
                "--preau-on-accent", "#ffffff",
                "--preau-accent-text", "#5c330f",
                "--preau-accent-ground", "#f6e8d8");
    }

    @Override
    public Map<String, String> dark() {
        return Map.of(
                "--preau-ground", "#17120d",
                "--preau-surface", "#211a13",
                "--preau-accent-text", "#f0c89a",
                "--preau-accent-ground", "#3a2612");
    }
}
