package org.preau.connectors.category5;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.connector.ServicePattern;

/** What the convention with a service says, as its connector file tells it: the attributes asked for, what each is for, and where the conditions of access can be read. */
final class Convention {
    private static final Texts TEXTS = Texts.of(Convention.class);
    private static final String ATTRIBUTES = "attributes";
    private static final String URL = "convention.url";
    private static final String PURPOSE = "purpose.";
    private static final List<String> LANGUAGES = List.of("fr", "en");

    /** The keys of a connector file. */
    static final Set<String> KEYS = Stream.concat(
                    Stream.of(ATTRIBUTES, URL, PURPOSE + "fr", PURPOSE + "en"),
                    Stream.of(SdetAttribute.values()).flatMap(attribute -> LANGUAGES.stream()
                            .map(language -> PURPOSE + attribute.sdetName() + "." + language)))
            .collect(Collectors.toUnmodifiableSet());

    private Convention() {}

    /** The attributes asked for that the portal can give, each once, in the order written. */
    static List<String> attributes(Connector connector) {
        return written(connector)
                .filter(name -> SdetAttribute.named(name).isPresent())
                .toList();
    }

    /** What is missing or wrong, with the cure. */
    static List<ConnectorFinding> findings(Connector connector) {
        List<ConnectorFinding> findings = new ArrayList<>();
        List<String> written = written(connector).toList();
        if (written.isEmpty()) {
            findings.add(ConnectorFinding.of(TEXTS, "attributes-missing", ATTRIBUTES));
        }
        for (String name : written) {
            if (SdetAttribute.named(name).isEmpty()) {
                findings.add(ConnectorFinding.of(TEXTS, "attribute-unknown", ATTRIBUTES, name, names().toString()));
            } else if (purpose(connector, name).isEmpty()) {
                findings.add(ConnectorFinding.of(TEXTS, "purpose-missing", PURPOSE + "fr", name));
            }
        }
        connector
                .setting(URL)
                .ifPresentOrElse(
                        url -> checkAddress(url, findings),
                        () -> findings.add(ConnectorFinding.of(TEXTS, "convention-missing", URL)));
        connector.settings().keySet().stream()
                .filter(key -> key.startsWith(PURPOSE) && !KEYS.contains(key))
                .sorted()
                .forEach(key -> findings.add(ConnectorFinding.of(TEXTS, "purpose-unknown", key)));
        return List.copyOf(findings);
    }

    private static Optional<String> purpose(Connector connector, String attribute) {
        return connector.setting(PURPOSE + attribute + ".fr").or(() -> connector.setting(PURPOSE + "fr"));
    }

    private static void checkAddress(String url, List<ConnectorFinding> findings) {
        try {
            URI address = new URI(url);
            ServicePattern.parse(new URI(address.getScheme(), address.getRawAuthority(), "/", null, null).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            findings.add(ConnectorFinding.of(TEXTS, "convention-address", URL, url));
        }
    }

    private static Stream<String> written(Connector connector) {
        return connector
                .setting(ATTRIBUTES)
                .map(text -> Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct())
                .orElse(Stream.of());
    }

    private static Set<String> names() {
        return Stream.of(SdetAttribute.values())
                .map(SdetAttribute::sdetName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
