package org.preau.client;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs one console command in a portal over its Unix-domain socket: sends <code>{"cwd": …, "command": …}</code> on a line, then copies the
 * frames that come back (a byte for the type, four for the length, the payload) to standard output and error until the exit status.
 */
public final class ConsoleClient {
    /** Exit status when the portal could not be reached, or hung up before it answered. */
    static final int UNREACHABLE = 69;

    private static final int LARGEST_FRAME = 16 * 1024 * 1024;

    private ConsoleClient() {}

    /**
     * Ends the JVM with the command's exit status.
     *
     * @param args the socket's path, then the command
     */
    public static void main(String[] args) {
        String cwd = Path.of("").toAbsolutePath().toString();
        int status = run(Path.of(args[0]), cwd, args[1], System.out, System.err);
        System.exit(status);
    }

    /** Runs a command and returns its exit status, {@value #UNREACHABLE} when nobody answers on the socket. */
    public static int run(Path socket, String cwd, String command, OutputStream out, PrintStream err) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer request = StandardCharsets.UTF_8.encode(
                    "{\"cwd\":" + quoted(cwd) + ",\"command\":" + quoted(command) + "}\n");
            while (request.hasRemaining()) {
                channel.write(request);
            }
            return copyFrames(new DataInputStream(Channels.newInputStream(channel)), out, err);
        } catch (EOFException e) {
            err.println("preau: the portal hung up before the command ended");
            return UNREACHABLE;
        } catch (IOException e) {
            err.println("preau: the console does not answer on " + socket + ": " + e.getMessage());
            return UNREACHABLE;
        }
    }

    private static int copyFrames(DataInputStream frames, OutputStream out, OutputStream err) throws IOException {
        while (true) {
            int type = frames.readUnsignedByte();
            int length = frames.readInt();
            if (length < 0 || length > LARGEST_FRAME) {
                throw new IOException("a frame of " + length + " bytes");
            }
            byte[] payload = frames.readNBytes(length);
            if (payload.length < length) {
                throw new EOFException();
            }
            switch (type) {
                case 'o' -> {
                    out.write(payload);
                    out.flush();
                }
                case 'e' -> {
                    err.write(payload);
                    err.flush();
                }
                case 'x' -> {
                    return Integer.parseInt(new String(payload, StandardCharsets.US_ASCII).trim());
                }
                default -> throw new IOException("a frame of type " + type);
            }
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
