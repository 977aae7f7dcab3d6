package org.preau.sdk.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which packages a plugin may import. */
final class PackageRules {
    /** First part of a package's name, and what to do instead. */
    private static final Map<String, String> FORBIDDEN = new LinkedHashMap<>();

    static {
        FORBIDDEN.put("org.preau.testkit", "the test kit is for tests: give it the scope test");
        FORBIDDEN.put(
                "org.preau",
                "only org.preau.api.* and org.preau.ui.kit are for plugins, the rest changes without notice");
        FORBIDDEN.put("jakarta.servlet.annotation", "register an org.preau.api.http.HttpEndpoint");
        FORBIDDEN.put("javax.servlet", "the portal speaks jakarta.servlet, through org.preau.api.http.HttpEndpoint");
        FORBIDDEN.put(
                "javax.persistence", "the portal speaks jakarta.persistence, through org.preau.api.persistence.Tx");
        FORBIDDEN.put("org.osgi.service.http", "register an org.preau.api.http.HttpEndpoint");
        FORBIDDEN.put("org.osgi.service.servlet", "register an org.preau.api.http.HttpEndpoint");
        FORBIDDEN.put("org.ops4j.pax.web", "register an org.preau.api.http.HttpEndpoint");
        FORBIDDEN.put("org.apache.karaf", "register an org.preau.api.console.PortalCommand");
        FORBIDDEN.put("com.zaxxer.hikari", "use org.preau.api.persistence.Tx");
        FORBIDDEN.put("org.flywaydb", "put migrations into db/migration and register a PersistenceUnit");
        FORBIDDEN.put("org.postgresql", "use org.preau.api.persistence.Tx");
        FORBIDDEN.put("org.eclipse.persistence", "use jakarta.persistence and org.preau.api.persistence.Tx");
        FORBIDDEN.put("sun", "this is no API of Java");
        FORBIDDEN.put("com.sun.tools", "this is no API of Java");
        FORBIDDEN.put("jdk.internal", "this is no API of Java");
    }

    private PackageRules() {}

    /** What is wrong with importing the package, if anything. */
    static Optional<String> problem(String name) {
        if (within(name, "org.preau.api") || name.equals("org.preau.ui.kit")) {
            return Optional.empty();
        }
        return FORBIDDEN.entrySet().stream()
                .filter(each -> within(name, each.getKey()))
                .findFirst()
                .map(each -> "imports " + name + ": " + each.getValue());
    }

    /** Whether the name is one of the portal's own. */
    static boolean ofThePortal(String name) {
        return within(name, "org.preau");
    }

    static String notYours(String name) {
        return "contains " + name + ": this name is the portal's, take one of yours";
    }

    private static boolean within(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }
}
