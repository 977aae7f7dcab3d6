package org.preau.core.console;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Unix-domain socket that only the owner of the instance may open; each caller gets a thread. */
final class ConsoleSocket implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ConsoleSocket.class);

    private final Path file;
    private final ServerSocketChannel server;
    private final ExecutorService threads;

    /** Opens the socket at once and serves callers from now on. */
    ConsoleSocket(Path file, Consumer<SocketChannel> caller) throws IOException {
        this.file = file;
        this.server = open(file);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "console");
            thread.setDaemon(true);
            return thread;
        });
        threads.execute(() -> accept(caller));
    }

    private static ServerSocketChannel open(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(fresh);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(fresh));
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void accept(Consumer<SocketChannel> caller) {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                threads.execute(() -> serve(channel, caller));
            } catch (AsynchronousCloseException | RejectedExecutionException e) {
                log.debug("The console closes");
                return;
            } catch (IOException e) {
                log.warn("A caller of the console could not be let in", e);
            }
        }
    }

    private static void serve(SocketChannel channel, Consumer<SocketChannel> caller) {
        try (channel) {
            caller.accept(channel);
        } catch (IOException e) {
            log.debug("The caller went away", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
        Files.deleteIfExists(file);
    }
}
