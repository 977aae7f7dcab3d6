package org.preau.core.connect;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.core.connect.file.ConnectorFileReader;

/** Keys of a connector file that nobody reads, each with what may have been meant. */
final class UnknownKeys {
    /** So many letters may differ in a slip. */
    private static final int SLIP = 2;

    private static final Texts TEXTS = Texts.of(ConnectorRules.class);

    private UnknownKeys() {}

    /** One line for each key. */
    static List<ConnectorFinding> told(Connector connector, DeployedParts parts) {
        Set<String> read = new TreeSet<>(ConnectorFileReader.KEYS);
        read.addAll(parts.read(connector));
        return parts.unread(connector).stream()
                .map(key -> meant(key, read)
                        .map(other -> told("key-meant", key, connector, other))
                        .or(() ->
                                parts.readerOf(key).map(protocol -> told("key-of-protocol", key, connector, protocol)))
                        .orElseGet(() -> told("key-unknown", key, connector, "")))
                .toList();
    }

    private static ConnectorFinding told(String code, String key, Connector connector, String other) {
        return ConnectorFinding.of(
                TEXTS,
                code,
                key,
                shown(key, connector),
                String.valueOf(connector.category()),
                connector.protocol(),
                other);
    }

    /** The value, unless it may be a secret. */
    private static String shown(String key, Connector connector) {
        return key.matches("(?i).*(secret|passw|token|private|key).*")
                ? "…"
                : connector.setting(key).orElse("");
    }

    private static Optional<String> meant(String key, Set<String> read) {
        return read.stream()
                .filter(other -> distance(key, other) <= SLIP || squeezed(key).equals(squeezed(other)))
                .min(Comparator.comparingInt(other -> distance(key, other)));
    }

    private static String squeezed(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** How many letters have to be changed, added or taken away to make one of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
