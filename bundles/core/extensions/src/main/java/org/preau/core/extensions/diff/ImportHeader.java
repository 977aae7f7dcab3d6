package org.preau.core.extensions.diff;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Import-Package} and {@code Export-Package}. */
final class ImportHeader {
    private static final Pattern CLAUSE = Pattern.compile("(?:^|,)\\s*([\\w.]+)((?:[^,\"]|\"[^\"]*\")*)");
    private static final Pattern VERSION = Pattern.compile(";\\s*version\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]+))");

    private ImportHeader() {}

    /** Packages with their version or range; {@code 0} where there is none. */
    static Map<String, String> read(@Nullable String header) {
        Map<String, String> found = new TreeMap<>();
        Matcher clause = CLAUSE.matcher(header == null ? "" : header);
        while (clause.find()) {
            Matcher version = VERSION.matcher(clause.group(2));
            String value = "0";
            if (version.find()) {
                value = version.group(1) == null ? version.group(2) : version.group(1);
            }
            found.put(clause.group(1), value);
        }
        return found;
    }
}
