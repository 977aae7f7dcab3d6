package org.preau.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void open() throws IOException {
        console = new Console(file());
    }

    @AfterEach
    void close() throws IOException {
        console.close();
    }

    @Test
    void answersOutputErrorsAndExitStatusApart() throws IOException {
        Map<Character, String> answer = call("{\"cwd\":\"/tmp\",\"command\":\"preau:none\"}");

        assertThat(answer.get('e')).contains("unknown command preau:none");
        assertThat(answer.get('x')).isEqualTo("127");
        assertThat(answer).doesNotContainKey('o');
        assertThat(call("{\"cwd\":\"/tmp\",\"command\":\"preau:help\"}").get('x'))
                .isEqualTo("0");
    }

    @Test
    void refusesWhatIsNotACall() throws IOException {
        assertThat(call("rm -rf").get('x')).isEqualTo("2");
        assertThat(call("{\"command\":1}").get('x')).isEqualTo("2");
    }

    @Test
    void isOpenToTheOwnerOnlyAndReplacesAStaleSocket() throws IOException {
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Console next = new Console(file());
        assertThat(call("{\"cwd\":\"/\",\"command\":\"preau:help\"}").get('x')).isEqualTo("0");
        next.close();
    }

    private Path file() {
        return folder.resolve("console.sock");
    }

    private Map<Character, String> call(String line) throws IOException {
        Map<Character, String> answer = new HashMap<>();
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file()))) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
            while (true) {
                char kind = (char) in.readByte();
                byte[] content = in.readNBytes(in.readInt());
                answer.merge(kind, new String(content, StandardCharsets.UTF_8), String::concat);
            }
        } catch (EOFException end) {
            return answer;
        }
    }
}
