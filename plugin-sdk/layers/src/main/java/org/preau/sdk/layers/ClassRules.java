package org.preau.sdk.layers;

import aQute.bnd.osgi.ClassDataCollector;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.Descriptors.TypeRef;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a class of a plugin may not be, and may not call. */
final class ClassRules {
    private static final String ENDPOINT = "register an org.preau.api.http.HttpEndpoint";

    private static final Map<String, String> TYPES = Map.of(
            "jakarta.servlet.http.HttpServlet", ENDPOINT,
            "jakarta.servlet.GenericServlet", ENDPOINT,
            "jakarta.servlet.Servlet", ENDPOINT,
            "jakarta.servlet.Filter", ENDPOINT,
            "jakarta.servlet.ServletContextListener", ENDPOINT,
            "com.vaadin.flow.server.VaadinServiceInitListener", "views come by PortalApplication.views()",
            "java.lang.ClassLoader", "a plugin loads no code at run time");

    private static final String REACHES = "it opens what others keep private, and breaks without notice";
    private static final String SHARED = "the whole portal shares it";

    /** Class and method. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("java.lang.reflect.AccessibleObject.setAccessible", REACHES),
            Map.entry("java.lang.reflect.AccessibleObject.trySetAccessible", REACHES),
            Map.entry("java.lang.reflect.Field.setAccessible", REACHES),
            Map.entry("java.lang.reflect.Method.setAccessible", REACHES),
            Map.entry("java.lang.reflect.Constructor.setAccessible", REACHES),
            Map.entry("java.lang.System.exit", "it would stop the portal"),
            Map.entry("java.lang.Runtime.exit", "it would stop the portal"),
            Map.entry("java.lang.Runtime.halt", "it would stop the portal"),
            Map.entry("java.lang.Runtime.addShutdownHook", "use @Deactivate"),
            Map.entry("java.lang.Runtime.exec", "the portal starts no program for a plugin"),
            Map.entry("java.lang.ProcessBuilder.start", "the portal starts no program for a plugin"),
            Map.entry("java.lang.System.setProperty", SHARED),
            Map.entry("java.lang.System.setOut", SHARED),
            Map.entry("java.lang.System.setErr", SHARED),
            Map.entry("java.util.Locale.setDefault", SHARED),
            Map.entry("java.util.TimeZone.setDefault", SHARED),
            Map.entry("java.net.URL.setURLStreamHandlerFactory", SHARED));

    private ClassRules() {}

    static Set<String> problems(Clazz type) throws Exception {
        String name = type.getClassName().getFQN();
        Set<String> problems = new TreeSet<>();
        type.parseClassFileWithCollector(new ClassDataCollector() {
            @Override
            public void extendsClass(TypeRef parent) {
                kind(parent);
            }

            @Override
            public void implementsInterfaces(TypeRef[] contracts) {
                for (TypeRef contract : contracts) {
                    kind(contract);
                }
            }

            @Override
            public void referenceMethod(int access, TypeRef owner, String method, String descriptor) {
                String called = owner.getFQN() + "." + method;
                String why = CALLS.get(called);
                if (why != null) {
                    problems.add(name + " calls " + called + ": " + why);
                }
            }

            private void kind(TypeRef parent) {
                String instead = TYPES.get(parent.getFQN());
                if (instead != null) {
                    problems.add(name + " is a " + parent.getFQN() + ": " + instead);
                }
            }
        });
        return problems;
    }
}
