package org.preau.itests.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preau.driver.Portal;
import org.preau.driver.Program;

/**
 * Debian's Apache with a configuration of our own: a TLS front before the portal ({@code https://localhost:…}), and one server of services ({@code https://127.0.0.1:…})
 * that are protected by authentication modules, each by a file {@code peers/<name>.conf} and its module. It never reads what Debian has configured.
 */
public final class Apache implements AutoCloseable {
    private static final String MODULES = "/usr/lib/apache2/modules";
    private static final String DEBIAN_USER = "www-data";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    public final Path folder;
    public final TestCertificate certificate;
    private final int front = Program.freePort();
    private final int service = Program.freePort();
    private final EchoService echo = EchoService.start();
    private final Map<String, String> defined = new LinkedHashMap<>();
    private final StringBuilder modules = new StringBuilder();
    private Program program;

    /** A folder and two addresses, before the portal starts: it has to know them. */
    public Apache() {
        this(Optional.empty());
    }

    /** Another one that shows the same certificate as that one. */
    public Apache(Apache other) {
        this(Optional.of(other.certificate));
    }

    private Apache(Optional<TestCertificate> shared) {
        try {
            folder = Files.createTempDirectory("preau-apache");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createDirectories(folder.resolve("services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        certificate = shared.map(known -> known.copiedTo(folder, "server"))
                .orElseGet(() -> TestCertificate.in(folder, "server"));
        define("DIR", folder.toString());
        define("MODULES", MODULES);
        define("FRONT", String.valueOf(front));
        define("SERVICE", String.valueOf(service));
        define("ECHO", echo.address());
        define("SERVICE_URL", service(""));
        TestCertificate own = TestCertificate.in(folder, "sp");
        define("SP_CERTIFICATE", own.base64());
    }

    /** What the portal's {@code public.url} has to be. */
    public String portalUrl() {
        return "https://localhost:" + front;
    }

    /** The address of a path of the services' server. */
    public String service(String path) {
        return "https://127.0.0.1:" + service + path;
    }

    /** A variable of the configuration files. */
    public Apache define(String name, String value) {
        defined.put(name, value);
        return this;
    }

    /** Protects {@code /<name>} by that module and {@code peers/<name>.conf}. */
    public Apache with(String name, String module) {
        String identifier = module.equals("shib") ? "mod_shib" : module + "_module";
        modules.append("LoadModule ")
                .append(identifier)
                .append(" ${MODULES}/mod_")
                .append(module)
                .append(".so\n");
        copy(name + ".conf", folder.resolve("services/" + name + ".conf"));
        return this;
    }

    /** Writes that file of {@code peers/} into Apache's folder, each {@code @NAME@} in it replaced by what is defined under that name. */
    public Path write(String resource) {
        try (InputStream from = Apache.class.getResourceAsStream("/peers/" + resource)) {
            String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> each : defined.entrySet()) {
                text = text.replace("@" + each.getKey() + "@", each.getValue());
            }
            return Files.writeString(folder.resolve(resource), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that the module may write in. */
    public Apache writable(String name) {
        try {
            Path made = Files.createDirectories(folder.resolve(name));
            if (isRoot()) {
                Portal.run(List.of("chown", DEBIAN_USER, made.toString()), Map.of());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it before that portal. */
    public Apache start(Portal portal) {
        define("PORTAL", "127.0.0.1:" + portal.port);
        StringBuilder main = new StringBuilder();
        defined.forEach((name, value) ->
                main.append("Define ").append(name).append(" \"").append(value).append("\"\n"));
        if (isRoot()) {
            main.append("User ")
                    .append(DEBIAN_USER)
                    .append("\nGroup ")
                    .append(DEBIAN_USER)
                    .append("\n");
        }
        copy("httpd.conf", folder.resolve("base.conf"));
        main.append("Include \"${DIR}/modules.conf\"\nInclude \"${DIR}/base.conf\"\n");
        try {
            Files.writeString(folder.resolve("modules.conf"), modules);
            Files.writeString(folder.resolve("httpd.conf"), main);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program = Program.start(
                "apache",
                folder,
                Map.of(),
                List.of("/usr/sbin/apache2", "-d", folder.toString(), "-f", folder + "/httpd.conf", "-DFOREGROUND"));
        program.listeningOn(front, LIMIT).listeningOn(service, LIMIT);
        return this;
    }

    /** What it complained of and what was asked of it. */
    public String errors() {
        try {
            return program.printed()
                    + Files.readString(folder.resolve("error.log"))
                    + Files.readString(folder.resolve("access.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
        echo.close();
        Portal.run(List.of("rm", "-rf", folder.toString()), Map.of());
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void copy(String resource, Path to) {
        try (InputStream from = Apache.class.getResourceAsStream("/peers/" + resource)) {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
