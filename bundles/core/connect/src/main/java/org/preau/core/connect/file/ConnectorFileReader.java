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
import org.preau.api.connector.Connector;
import org.preau.api.connector.ServicePattern;
import org.preau.core.connect.ConnectorRules;

/** Reads the keys of one file; collects everything that is wrong instead of stopping at the first. Used once, by one thread. */
public final class ConnectorFileReader {
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
    private final List<String> problems = new ArrayList<>();

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
            String problem = file + ": its name does not say the id of a connector; rename it to"
                    + " org.preau.connector~<id>.cfg, <id> of letters a-z, digits and _ only";
            return new ConnectorFile(file, meant(file), Optional.empty(), Optional.empty(), List.of(problem));
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
        String french = required("name.fr", "write the name on the tile");
        int category = category();
        String protocol = required("protocol", "write how the service is reached: link, cas…");
        Optional<URI> launch = address("launch.url", required("launch.url", "write the address the tile leads to"));
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
        ConnectorRules.broken(made).stream().filter(this::isNews).forEach(this::problem);
        boolean known = !protocol.isEmpty() && value("category").matches("[1-5]");
        return new ConnectorFile(
                file,
                id,
                problems.isEmpty() ? Optional.of(made) : Optional.empty(),
                known && !problems.isEmpty() ? Optional.of(made) : Optional.empty(),
                problems);
    }

    private int category() {
        String text = required("category", "write the SDET category, 1 to 5");
        if (!text.isEmpty() && !text.matches("[1-5]")) {
            problem("category: " + text + " is no SDET category; write 1 to 5");
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
            problem(key + ": " + text + " is no address; write all of it, such as https://service.example/");
            return Optional.empty();
        }
    }

    private List<ServicePattern> services() {
        List<ServicePattern> services = new ArrayList<>();
        for (String text : list("service.urls")) {
            try {
                services.add(ServicePattern.parse(text));
            } catch (IllegalArgumentException e) {
                problem("service.urls: " + e.getMessage());
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
                problem("audience.profiles: there is no profile " + text + "; write some of "
                        + EnumSet.allOf(Profile.class) + ", or * for all");
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

    private String required(String key, String cure) {
        String value = value(key);
        if (value.isEmpty()) {
            problem(key + " is missing; " + cure);
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
    private boolean isNews(String problem) {
        return problems.stream()
                .noneMatch(before -> key(before.substring(file.length() + 2)).equals(key(problem)));
    }

    /** The key that a problem begins with. */
    public static String key(String problem) {
        return problem.split("[ :,=]", 2)[0];
    }

    private void problem(String problem) {
        problems.add(file + ": " + problem);
    }
}
