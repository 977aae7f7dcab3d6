package org.preau.sso.cas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.preau.api.connector.Connector;

/**
 * Further names of released attributes, for services that know them by others: {@code attribute.names = ENTPersonMail=mail, ENTPersonNom=sn}, as Moodle's CAS plugin wants them. A name for what is not
 * released gives nothing.
 *
 * @param further the further name, and the SDET name it stands for
 */
record AttributeNames(Map<String, String> further) {
    /** Key in connector files. */
    static final String KEY = "attribute.names";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** Those of a connector; what is written wrongly counts for nothing. */
    static AttributeNames of(Connector connector) {
        Map<String, String> further = new LinkedHashMap<>();
        for (String pair : pairs(connector)) {
            if (wrong(pair).isEmpty()) {
                further.put(
                        pair.substring(pair.indexOf('=') + 1).strip(),
                        pair.substring(0, pair.indexOf('=')).strip());
            }
        }
        return new AttributeNames(further);
    }

    /** What is wrong with the connector's setting, with the cure. */
    static List<String> problems(Connector connector) {
        List<String> problems = new ArrayList<>();
        pairs(connector).forEach(pair -> problems.addAll(wrong(pair)));
        return problems;
    }

    /** The attributes with their further names. */
    Map<String, List<String>> with(Map<String, List<String>> released) {
        Map<String, List<String>> all = new LinkedHashMap<>(released);
        further.forEach((name, sdet) -> {
            List<String> values = released.get(sdet);
            if (values != null) {
                all.putIfAbsent(name, values);
            }
        });
        return all;
    }

    private static List<String> pairs(Connector connector) {
        return connector.setting(KEY).stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .toList();
    }

    private static List<String> wrong(String pair) {
        String[] names = pair.split("=", -1);
        return names.length == 2
                        && NAME.matcher(names[0].strip()).matches()
                        && NAME.matcher(names[1].strip()).matches()
                ? List.of()
                : List.of(KEY + ": " + pair + " is no pair of names; write such as ENTPersonMail=mail");
    }
}
