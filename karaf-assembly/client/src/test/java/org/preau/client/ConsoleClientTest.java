package org.preau.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleClientTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void copiesOutputAndErrorsApartAndReturnsTheStatus() throws Exception {
        CompletableFuture<String> request = serve("oÀ voir\n", "eattention", "x4");

        int status = run("/tmp/a \"b\"", "preau:feed-check aaf 'x\\y'\n");

        assertThat(status).isEqualTo(4);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("À voir\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("attention");
        assertThat(request.get())
                .isEqualTo("{\"cwd\":\"/tmp/a \\\"b\\\"\",\"command\":\"preau:feed-check aaf 'x\\\\y'\\u000a\"}");
    }

    @Test
    void saysThatThePortalHungUp() throws Exception {
        serve("opart");

        assertThat(run("/", "preau:x")).isEqualTo(ConsoleClient.UNREACHABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("hung up");
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThat(run("/", "preau:x")).isEqualTo(ConsoleClient.UNREACHABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("does not answer");
    }

    private int run(String cwd, String command) {
        return ConsoleClient.run(
                folder.resolve("s"), cwd, command, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /** A server for one request that answers with these frames (first character: the type). */
    private CompletableFuture<String> serve(String... frames) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
        return CompletableFuture.supplyAsync(() -> {
            try (server;
                    var client = server.accept();
                    var reader = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
                    var answer = new DataOutputStream(Channels.newOutputStream(client))) {
                String request = reader.readLine();
                for (String frame : frames) {
                    byte[] payload = frame.substring(1).getBytes(StandardCharsets.UTF_8);
                    answer.writeByte(frame.charAt(0));
                    answer.writeInt(payload.length);
                    answer.write(payload);
                }
                return request;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
