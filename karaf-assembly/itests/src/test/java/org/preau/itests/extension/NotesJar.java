package org.preau.itests.extension;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.preau.driver.Portal;

/** Jars of the extension {@code org.example.notes}: a schema with a table and one component that wants it. */
public final class NotesJar {
    private static final Path WORK = Path.of(System.getProperty("preau.work"), "notes");
    private static final String PASSWORD = "changeit";
    private static final String UNIT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="org.example.notes.Unit">
              <implementation class="org.preau.itests.extension.NotesUnit"/>
              <service><provide interface="org.preau.api.persistence.PersistenceUnit"/></service>
            </scr:component>
            """;
    private static final String KEEPER =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="org.example.notes.Keeper" immediate="true">
              <implementation class="org.preau.itests.extension.%s"/>
              <reference name="tx" interface="org.preau.api.persistence.Tx" target="(preau.unit=notes)"/>
            </scr:component>
            """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String version;
    private String range = "[1.0,2)";

    private NotesJar(String version) {
        this.version = version;
        text("OSGI-INF/unit.xml", UNIT);
        text("OSGI-INF/keeper.xml", KEEPER.formatted("NotesKeeper"));
        text(
                "db/migration/V1__notes.sql",
                "create table notes.note (words text not null); insert into notes.note values ('kept');");
        for (String name : List.of("NotesUnit", "NotesKeeper", "BrokenKeeper")) {
            String path = "org/preau/itests/extension/" + name + ".class";
            try (InputStream in = NotesJar.class.getResourceAsStream("/" + path)) {
                files.put(path, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A good one. */
    public static NotesJar version(String version) {
        return new NotesJar(version);
    }

    /** Whose component cannot be made. */
    public NotesJar broken() {
        return text("OSGI-INF/keeper.xml", KEEPER.formatted("BrokenKeeper"));
    }

    /** With one more script. */
    public NotesJar script(String name, String sql) {
        return text("db/migration/" + name, sql);
    }

    /** Built against another version of the API. */
    public NotesJar against(String versions) {
        range = versions;
        return this;
    }

    /** The file, not signed. */
    public Path file() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example.notes");
        main.putValue("Bundle-Name", "Carnet de notes");
        main.putValue("Bundle-Vendor", "Atelier du Préau");
        main.putValue("Bundle-Version", version);
        main.putValue("Service-Component", "OSGI-INF/unit.xml,OSGI-INF/keeper.xml");
        main.putValue("Import-Package", "org.preau.api.persistence;version=\"" + range + "\"");
        try {
            Files.createDirectories(WORK);
            Path jar = Files.createTempFile(WORK, "notes-" + version + "-", ".jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (Map.Entry<String, byte[]> each : files.entrySet()) {
                    out.putNextEntry(new JarEntry(each.getKey()));
                    out.write(each.getValue());
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, signed by the maker that {@link #trust} makes known. */
    public Path signed() {
        Path jar = file();
        run("jarsigner", "-keystore", keys(), "-storepass", PASSWORD, jar.toString(), "maker");
        return jar;
    }

    /** Makes a maker (his name in plain letters: a tool is told it on its command line) and puts his certificate into the trust store of a portal. */
    public static void trust(Path home) {
        try {
            Files.createDirectories(WORK);
            Files.deleteIfExists(Path.of(keys()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String certificate = WORK.resolve("maker.cer").toString();
        run(
                "keytool",
                "-genkeypair",
                "-alias",
                "maker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Atelier du Preau",
                "-keystore",
                keys(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        run(
                "keytool",
                "-exportcert",
                "-alias",
                "maker",
                "-keystore",
                keys(),
                "-storepass",
                PASSWORD,
                "-file",
                certificate);
        run(
                "keytool",
                "-importcert",
                "-noprompt",
                "-alias",
                "maker",
                "-keystore",
                home.resolve("etc/extensions-trust.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-file",
                certificate);
    }

    private static String keys() {
        return WORK.resolve("maker.p12").toString();
    }

    private static void run(String tool, String... arguments) {
        java.util.ArrayList<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        Portal.Result result = Portal.run(command, Map.of());
        if (result.status() != 0) {
            throw new AssertionError(command + ": " + result);
        }
    }

    private NotesJar text(String name, String words) {
        files.put(name, words.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
