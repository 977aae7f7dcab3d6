package org.preau.itests.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.driver.Portal;
import org.preau.driver.Program;

/** Debian's SimpleSAMLphp as an identity provider whose people and their attributes the test chooses, served by PHP itself. */
public final class SimpleSamlPhp implements AutoCloseable {
    private final Path folder;
    private final String address;
    private final Map<String, Map<String, List<String>>> people = new LinkedHashMap<>();
    private final int port = Program.freePort();
    private Program program;

    public SimpleSamlPhp() {
        address = "http://127.0.0.1:" + port;
        try {
            folder = Files.createTempDirectory("preau-simplesamlphp");
            Files.createDirectories(folder.resolve("tmp"));
            Files.createDirectories(folder.resolve("metadata"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestCertificate.in(folder, "ssp");
        copy("config.php", "config.php");
        copy("authsources.php", "authsources.php");
        copy("saml20-idp-hosted.php", "metadata/saml20-idp-hosted.php");
        copy("saml20-sp-remote.php", "metadata/saml20-sp-remote.php");
    }

    /** Somebody who signs in there with his name as password. */
    public SimpleSamlPhp person(String name, Map<String, List<String>> attributes) {
        people.put(name + ":" + name, attributes);
        return this;
    }

    /** Starts it. */
    public SimpleSamlPhp start() {
        try {
            Files.writeString(folder.resolve("people.json"), new ObjectMapper().writeValueAsString(people));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program = Program.start(
                "simplesamlphp",
                folder,
                Map.of(
                        "SSP_DIR",
                        folder.toString(),
                        "SSP_URL",
                        address,
                        "SIMPLESAMLPHP_CONFIG_DIR",
                        folder.toString(),
                        "PHP_CLI_SERVER_WORKERS",
                        "4"),
                List.of("php", "-S", "127.0.0.1:" + port, "-t", "/usr/share/simplesamlphp/www"));
        program.listeningOn(port, Duration.ofSeconds(60));
        return this;
    }

    /** Where its metadata are. */
    public String metadata() {
        return address + "/saml2/idp/metadata.php";
    }

    /** Makes a service provider known by its metadata. */
    public void knows(String name, String serviceProviderMetadata) {
        try {
            Files.writeString(folder.resolve("sp-" + name + ".xml"), serviceProviderMetadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it wrote down. */
    public String log() {
        try {
            Path log = folder.resolve("simplesamlphp.log");
            return program.printed() + (Files.exists(log) ? Files.readString(log) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
        Portal.run(List.of("rm", "-rf", folder.toString()), Map.of());
    }

    private void copy(String resource, String to) {
        try (InputStream from = SimpleSamlPhp.class.getResourceAsStream("/peers/simplesamlphp/" + resource)) {
            Files.copy(from, folder.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
