package org.preau.core.connect;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;

/** Finds services that the user gets by their names. */
@Component
public final class ConnectorSearch implements SearchProvider {
    private static final Texts TEXTS = Texts.of(ConnectorSearch.class);

    private final ConnectorCatalogue catalogue;

    /** Made by the portal. */
    @Activate
    public ConnectorSearch(@Reference ConnectorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String id() {
        return "connectors";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("search.name");
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Page<SearchHit> search(UserContext user, String words, int most) {
        String[] wanted = plain(words).split(" ");
        List<SearchHit> found = catalogue.visibleTo(user.session()).stream()
                .filter(ConnectorStatus::available)
                .map(ConnectorStatus::connector)
                .filter(connector -> {
                    String name =
                            plain(connector.name().fr() + " " + connector.name().en());
                    return Arrays.stream(wanted).allMatch(name::contains);
                })
                .map(connector -> new SearchHit(connector.name().in(user.locale()), "", "/connect/" + connector.id()))
                .toList();
        return new Page<>(found.stream().limit(most).toList(), found.size());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
