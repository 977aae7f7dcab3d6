package org.preau.core.directory.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Names of academies and departments, which feeds give as numbers. */
final class PlaceNames {
    private static final Properties ACADEMIES = read("academies.properties");
    private static final Properties DEPARTMENTS = read("departments.properties");
    private static final int PREFIX = 3;

    private PlaceNames() {}

    static String academy(String code) {
        return "Académie " + ACADEMIES.getProperty(code, code);
    }

    static String department(String number) {
        return DEPARTMENTS.getProperty(number, number);
    }

    /** Number of the department that the first digits of a UAI stand for: 077 is 77, 620 is 2A, 972 is 972. */
    static String departmentOf(String uai) {
        String prefix = uai.substring(0, PREFIX);
        return switch (prefix) {
            case "620" -> "2A";
            case "720" -> "2B";
            default -> prefix.startsWith("0") ? prefix.substring(1) : prefix;
        };
    }

    private static Properties read(String name) {
        Properties names = new Properties();
        try (InputStream in = PlaceNames.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the bundle");
            }
            names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
