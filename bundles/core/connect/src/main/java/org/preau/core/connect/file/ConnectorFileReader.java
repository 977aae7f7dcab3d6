package org.preau.core.connect.file;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.ServicePattern;
import org.preau.core.connect.ConnectorRules;

/** Reads the keys of one file; collects everything that is wrong instead of stopping at the first. Used once, by one thread. */
public final class ConnectorFileReader {
    private static final Texts TEXTS = Texts.of(ConnectorRules.class);
    private static final Pattern NAME = Pattern.compile("org\\.preau\\.connector~([a-z0-9_]+)\\.(cfg|config)");
    /** Keys that every connector file has or may have. */
    public static final Set<String> KEYS = Set.of(
            "name.fr",
            "name.en",
            "category",
            "protocol",
            "launch.url",
            "service.urls",
            "logout.url",
            "audience.profiles",
            "audience.structures");
    /** Stands for a category that cannot be read. */
    private static final int ANY_CATEGORY = 4;

    /** Stands for an address that cannot be read, while the rest of a file is checked. */
    private static final URI NO_ADDRESS = URI.create("https://address.invalid/");

    private static final Pattern FOREIGN_KEY = Pattern.compile(
            "service\\.(pid|factoryPid|bundleLocation)|(felix|component|osgi|org\\.apache)\\..*|[.:].*");

    private final String file;
    private final Map<String, String> values;
    private final List<ConnectorFinding> findings = new ArrayList<>();

    private ConnectorFileReader(String file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads a file.
     *
     * @param file its name, without folder
     * @param values its keys and values
     */
    static ConnectorFile read(String file, Map<String, String> values) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return ConnectorFile.hopeless(file, meant(file), ConnectorFinding.of(TEXTS, "file-name", ""));
        }
        return new ConnectorFileReader(file, values).read(name.group(1));
    }

    /**
     * Reads what is kept elsewhere than in a file.
     *
     * @param origin where it stands, for who mends it
     * @param id the connector's id
     * @param values its keys and values
     */
    public static ConnectorFile read(String origin, String id, Map<String, String> values) {
        return new ConnectorFileReader(origin, values).read(id);
    }

    /** What its author may have meant as the id, to show it by. */
    static String meant(String file) {
        return file.replaceFirst("^org\\.preau\\.connector[-~.]?", "").replaceFirst("\\.?(cfg|config)$", "");
    }

    private ConnectorFile read(String id) {
        String french = required("name.fr");
        int category = category();
        String protocol = required("protocol");
        Optional<URI> launch = address("launch.url", required("launch.url"));
        Optional<URI> logout = address("logout.url", value("logout.url"));
        List<ServicePattern> services = services();
        Set<Profile> profiles = profiles();
        Set<String> structures = Set.copyOf(list("audience.structures"));
        Connector made = new Connector(
                id,
                new LocalizedText(french.isEmpty() ? id : french, value("name.en")),
                category,
                protocol,
                launch.orElse(NO_ADDRESS),
                services,
                logout,
                profiles,
                structures,
                settings());
        ConnectorRules.broken(made).stream().filter(this::isNews).forEach(this::found);
        boolean known = !protocol.isEmpty() && value("category").matches("[1-5]");
        return new ConnectorFile(
                file,
                id,
                findings.isEmpty() ? Optional.of(made) : Optional.empty(),
                known && !findings.isEmpty() ? Optional.of(made) : Optional.empty(),
                findings);
    }

    private int category() {
        String text = required("category");
        if (!text.isEmpty() && !text.matches("[1-5]")) {
            found(ConnectorFinding.of(TEXTS, "category", "category", text));
        }
        return text.matches("[1-5]") ? Integer.parseInt(text) : ANY_CATEGORY;
    }

    private Optional<URI> address(String key, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            found(ConnectorFinding.of(TEXTS, "address", key, text));
            return Optional.empty();
        }
    }

    private List<ServicePattern> services() {
        List<ServicePattern> services = new ArrayList<>();
        for (String text : list("service.urls")) {
            try {
                services.add(ServicePattern.parse(text));
            } catch (IllegalArgumentException e) {
                found(ConnectorFinding.of(TEXTS, "service-urls", "service.urls", text, String.valueOf(e.getMessage())));
            }
        }
        return services;
    }

    private Set<Profile> profiles() {
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        for (String text : list("audience.profiles")) {
            Optional<Profile> named = Profile.named(text);
            named.ifPresent(profiles::add);
            if (text.equals("*")) {
                profiles.addAll(EnumSet.allOf(Profile.class));
            } else if (named.isEmpty()) {
                found(ConnectorFinding.of(
                        TEXTS,
                        "profile",
                        "audience.profiles",
                        text,
                        EnumSet.allOf(Profile.class).toString()));
            }
        }
        return profiles;
    }

    /** Keys of the protocol's and the category's own; whether anybody reads them shows once these are there. */
    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(values);
        settings.keySet()
                .removeIf(key -> KEYS.contains(key) || FOREIGN_KEY.matcher(key).matches());
        return settings;
    }

    private String required(String key) {
        String value = value(key);
        if (value.isEmpty()) {
            found(ConnectorFinding.of(TEXTS, "missing." + key, key));
        }
        return value;
    }

    private String value(String key) {
        return values.getOrDefault(key, "").strip();
    }

    private List<String> list(String key) {
        Set<String> seen = new HashSet<>();
        return Pattern.compile(",")
                .splitAsStream(value(key))
                .map(String::strip)
                .filter(item -> !item.isEmpty() && seen.add(item))
                .toList();
    }

    /** Whether nothing was said of that key before. */
    private boolean isNews(ConnectorFinding finding) {
        return findings.stream().noneMatch(before -> before.key().equals(finding.key()));
    }

    private void found(ConnectorFinding finding) {
        findings.add(finding.at(file));
    }
}
