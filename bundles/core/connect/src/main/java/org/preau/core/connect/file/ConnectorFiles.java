package org.preau.core.connect.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorFinding;
import org.preau.core.connect.ChangeNotices;
import org.preau.core.connect.ConnectorRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connector files of {@code DIR/etc}, as File Install hands them to Config Admin.
 *
 * <p>Not a factory component: File Install (3.7) does not know the tilde and makes a single configuration {@code org.preau.connector~elea} of the file, without a factory. So this listens to Config
 * Admin, where wrongly named files can be seen and reported too. At each event everything is read again: a dozen small dictionaries.
 */
@Component(
        immediate = true,
        service = {ConnectorFiles.class, ConfigurationListener.class})
public final class ConnectorFiles implements ConfigurationListener {
    private static final Logger log = LoggerFactory.getLogger(ConnectorFiles.class);
    private static final String FILTER = "(service.pid=org.preau.connector*)";
    private static final Pattern OURS = Pattern.compile("org\\.preau\\.connector(?![a-z]).*");
    private static final String FILE_NAME = "felix.fileinstall.filename";

    private final ConfigurationAdmin configurations;
    private final ChangeNotices notices;
    private volatile Map<String, ConnectorFile> files = Map.of();

    /** Reads what is there. */
    @Activate
    public ConnectorFiles(@Reference ConfigurationAdmin configurations, @Reference ChangeNotices notices) {
        this.configurations = configurations;
        this.notices = notices;
        refresh();
    }

    /** The files, by name; wrong ones too. */
    public List<ConnectorFile> all() {
        return List.copyOf(files.values());
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (OURS.matcher(event.getPid()).matches()) {
            refresh();
        }
    }

    /** Looks again: of a file that cannot be read at all no event tells. */
    public synchronized void refresh() {
        Map<String, ConnectorFile> before = files;
        Map<String, ConnectorFile> now = read();
        files = Collections.unmodifiableMap(now);
        now.forEach((name, file) -> {
            if (!file.equals(before.get(name))) {
                tell(file);
                notices.publish("connector:" + file.id());
            }
        });
        before.forEach((name, file) -> {
            if (!now.containsKey(name)) {
                log.info("Connector {} is gone with {}", file.id(), name);
                notices.publish("connector:" + file.id());
            }
        });
    }

    private static void tell(ConnectorFile file) {
        file.problems().forEach(problem -> log.error("Connector file {}", problem));
        file.connector()
                .ifPresent(connector -> log.info(
                        "Connector {} of category {} by {} from {}",
                        connector.id(),
                        connector.category(),
                        connector.protocol(),
                        file.name()));
    }

    private Map<String, ConnectorFile> read() {
        Map<String, ConnectorFile> read = new TreeMap<>();
        Configuration[] found;
        try {
            found = configurations.listConfigurations(FILTER);
        } catch (IOException e) {
            throw new UncheckedIOException("connector files cannot be read", e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        for (Configuration configuration : found == null ? new Configuration[0] : found) {
            Dictionary<String, Object> properties = configuration.getProperties();
            if (properties != null && OURS.matcher(configuration.getPid()).matches()) {
                String name = nameOf(configuration.getPid(), properties.get(FILE_NAME));
                read.put(name, read(name, texts(properties)));
            }
        }
        String etc = System.getProperty("karaf.etc");
        if (etc != null) {
            UnreadableFiles.in(Path.of(etc), Set.copyOf(read.keySet())).forEach(file -> read.put(file.name(), file));
        }
        return read;
    }

    /** Whatever stands in a file, the others are read. */
    private static ConnectorFile read(String name, Map<String, String> values) {
        try {
            return ConnectorFileReader.read(name, values);
        } catch (RuntimeException e) {
            log.debug("connector file {} cannot be read", name, e);
            return ConnectorFile.hopeless(
                    name,
                    name,
                    ConnectorFinding.of(
                            Texts.of(ConnectorRules.class), "unreadable", "", String.valueOf(e.getMessage())));
        }
    }

    private static String nameOf(String pid, @Nullable Object file) {
        String address = file == null ? pid + ".cfg" : file.toString();
        return address.substring(address.lastIndexOf('/') + 1).replace("%20", " ");
    }

    private static Map<String, String> texts(Dictionary<String, Object> properties) {
        Map<String, String> texts = new HashMap<>();
        Collections.list(properties.keys()).forEach(key -> texts.put(key, text(properties.get(key))));
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof Object[] several) {
            return text(Arrays.asList(several));
        }
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }
}
