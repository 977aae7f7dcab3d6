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
import org.preau.api.connector.Connector;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.connector.ServicePattern;

/** What the convention with a service says, as its connector file tells it: the attributes asked for, what each is for, and where the conditions of access can be read. */
final class Convention {
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
    static List<String> problems(Connector connector) {
        List<String> problems = new ArrayList<>();
        List<String> written = written(connector).toList();
        if (written.isEmpty()) {
            problems.add(ATTRIBUTES + " is missing: write the attributes that the convention declares, such as"
                    + " ENTPersonNom, ENTPersonPrenom; or category = 4 if there is none");
        }
        for (String name : written) {
            if (SdetAttribute.named(name).isEmpty()) {
                problems.add(ATTRIBUTES + ": the portal gives out no " + name + "; write some of " + names());
            } else if (purpose(connector, name).isEmpty()) {
                problems.add("purpose.fr is missing: write what the service does with the attributes, or " + PURPOSE
                        + name + ".fr for this one");
            }
        }
        connector
                .setting(URL)
                .ifPresentOrElse(
                        url -> checkAddress(url, problems),
                        () -> problems.add(URL + " is missing: write the address of the conditions of access that"
                                + " users can read"));
        connector.settings().keySet().stream()
                .filter(key -> key.startsWith(PURPOSE) && !KEYS.contains(key))
                .sorted()
                .forEach(key -> problems.add(key + ": write " + PURPOSE + "fr, or " + PURPOSE
                        + "<attribute>.fr with the name of an attribute that the portal gives out"));
        return List.copyOf(problems);
    }

    private static Optional<String> purpose(Connector connector, String attribute) {
        return connector.setting(PURPOSE + attribute + ".fr").or(() -> connector.setting(PURPOSE + "fr"));
    }

    private static void checkAddress(String url, List<String> problems) {
        try {
            URI address = new URI(url);
            ServicePattern.parse(new URI(address.getScheme(), address.getRawAuthority(), "/", null, null).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            problems.add(
                    URL + ": " + url + " is no https address; write all of it, such as https://service.example/cgu");
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
