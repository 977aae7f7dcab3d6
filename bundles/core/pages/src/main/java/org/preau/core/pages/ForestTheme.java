package org.preau.core.pages;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.pages.Theme;

/** Green on warm white: the theme that is shipped, for who wants another than the academy's accent alone. */
@Component(service = Theme.class)
public final class ForestTheme implements Theme {
    private static final Texts TEXTS = Texts.of(ForestTheme.class);

    /** Made by the portal. */
    @Activate
    public ForestTheme() {}

    @Override
    public String id() {
        return "forest";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("theme.forest");
    }

    @Override
    public Map<String, String> light() {
        return Map.of(
                "--preau-ground", "#f7f6f1",
                "--preau-accent-base", "#1f5c3a",
                "--preau-on-accent", "#ffffff",
                "--preau-accent-text", "#174d2f",
                "--preau-accent-ground", "#e3f1e8");
    }

    @Override
    public Map<String, String> dark() {
        return Map.of(
                "--preau-ground", "#11160f",
                "--preau-surface", "#1a211b",
                "--preau-accent-text", "#9fdcb6",
                "--preau-accent-ground", "#17331f");
    }
}
