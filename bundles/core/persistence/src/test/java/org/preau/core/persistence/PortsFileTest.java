package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsFileTest {
    @TempDir
    Path data;

    @Test
    void keepsWhatOthersWrote() throws Exception {
        Path file = Files.writeString(data.resolve("ports.json"), "{\"http\":8080}\n");
        PortsFile ports = new PortsFile(file);
        ports.write("postgresql", 5433);
        ports.write("postgresql", 5434);
        assertThat(Files.readString(file)).isEqualTo("{\"http\": 8080, \"postgresql\": 5434}\n");
        assertThat(ports.read("http")).hasValue(8080);
        assertThat(ports.read("ssh")).isEmpty();
    }

    @Test
    void choosesTheSamePortAgainUnlessItIsTaken() throws Exception {
        PortsFile ports = new PortsFile(data.resolve("ports.json"));
        int first = ports.choose("postgresql");
        ports.write("postgresql", first);
        assertThat(ports.choose("postgresql")).isEqualTo(first);
        try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.choose("postgresql")).isNotEqualTo(taken.getLocalPort());
        }
    }
}
