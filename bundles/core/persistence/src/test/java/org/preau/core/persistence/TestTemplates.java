package org.preau.core.persistence;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Databases that hold the schema of a unit and nothing else. Most tests open one unit on a database of their own: the first time its scripts run there, the second
 * time in a template, and from then on the template is copied, which is ten times quicker. Opening the unit on the copy is the portal's own code, which finds nothing
 * left to do.
 */
final class TestTemplates {
    /** By server, unit and module; an empty name when the unit was opened once. */
    private static final Map<String, String> NAMES = new HashMap<>();

    private TestTemplates() {}

    /** Makes a database, empty or as the scripts of that unit leave it. */
    static synchronized void create(ConnectionSettings admin, String name, String unit, URL root) {
        String key = admin.url() + " " + unit + " " + root;
        String template = NAMES.get(key);
        if (template == null) {
            NAMES.put(key, "");
            TestServer.createEmpty(admin, name);
            return;
        }
        if (template.isEmpty()) {
            template = "template_" + UUID.randomUUID().toString().replace("-", "");
            make(admin, template, unit, root);
            NAMES.put(key, template);
        }
        TestServer.execute(admin, "create database " + name + " template " + template);
    }

    private static void make(ConnectionSettings admin, String template, String unit, URL root) {
        TestServer.createEmpty(admin, template);
        TestServer.dropAtEnd(admin, template);
        UnitMigration.run(unit, scripts(root), TestServer.on(admin, template).dataSource());
    }

    /** The scripts of a module: a folder or a jar. */
    static List<Script> scripts(URL root) {
        try {
            Path module = Path.of(root.toURI());
            if (Files.isDirectory(module)) {
                return scriptsIn(module.resolve(Script.FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + module.toUri()), Map.of())) {
                return scriptsIn(jar.getPath(Script.FOLDER));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("scripts of " + root, e);
        }
    }

    private static List<Script> scriptsIn(Path folder) throws IOException {
        List<Script> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                scripts.add(new Script(
                        Script.FOLDER + "/" + file.getFileName(), file.toUri().toURL()));
            }
        }
        return scripts;
    }
}
