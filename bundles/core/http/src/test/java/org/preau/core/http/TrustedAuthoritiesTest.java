package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of a private network, whose certificate no public authority has signed. */
class TrustedAuthoritiesTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    void believesAPrivateServerOnlyByTheFile() throws Exception {
        Path store = folder.resolve("server.p12");
        Path authority = folder.resolve("authority.pem");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=private", "-ext", "SAN=ip:127.0.0.1");
        keytool(store, "-exportcert", "-rfc", "-file", authority.toString());
        HttpsServer server = serve(store);
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
        try {
            assertThat(calls(authority.toString()).get(address, Map.of()).status())
                    .isEqualTo(204);
            assertThatIOException().isThrownBy(() -> calls("").get(address, Map.of()));
            assertThatIOException().as("the certificate is not that host's").isThrownBy(() -> calls(
                            authority.toString())
                    .get(URI.create(address.toString().replace("127.0.0.1", "localhost")), Map.of()));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        for (String file : List.of(folder.resolve("missing.pem").toString(), empty.toString())) {
            assertThatIOException()
                    .isThrownBy(() -> calls(file).get(URI.create("https://127.0.0.1:1/"), Map.of()))
                    .withMessageContaining(file);
        }
    }

    private static JdkOutgoingCalls calls(String trust) {
        return new JdkOutgoingCalls(trust, Duration.ofSeconds(10));
    }

    private static HttpsServer serve(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void keytool(Path store, String command, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command,
                "-alias",
                "server",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(store.resolveSibling("keytool.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
