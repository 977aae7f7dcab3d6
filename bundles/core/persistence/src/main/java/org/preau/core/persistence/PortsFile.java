package org.preau.core.persistence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ports of an instance, {@code DIR/data/ports.json}: one flat JSON object that several parts of the portal write into, one key each. */
final class PortsFile {
    private static final Pattern ENTRY = Pattern.compile("\"([^\"]+)\"\\s*:\\s*(\\d+)");
    private static final int LOCK_TRIES = 100;
    private static final int LOCK_PAUSE_MILLIS = 20;

    private final Path file;

    PortsFile(Path file) {
        this.file = file;
    }

    /** The port written under that key the last time: kept if it is still free, else any free one of the loopback interface. */
    int choose(String key) throws IOException {
        OptionalInt before = read(key);
        if (before.isPresent() && isFree(before.getAsInt())) {
            return before.getAsInt();
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /** Writes a key; the others are kept. Parts of the portal take turns by a lock on {@code ports.json.lock}. */
    void write(String key, int port) throws IOException, InterruptedException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel);
            Map<String, Integer> ports = readAll();
            ports.put(key, port);
            String json = ports.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                    .collect(Collectors.joining(", ", "{", "}\n"));
            Path fresh = file.resolveSibling(file.getFileName() + ".new-" + key);
            Files.writeString(fresh, json);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The port under that key, if it was ever written. */
    OptionalInt read(String key) throws IOException {
        Integer port = readAll().get(key);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private Map<String, Integer> readAll() throws IOException {
        Map<String, Integer> ports = new TreeMap<>();
        if (Files.exists(file)) {
            Matcher entries = ENTRY.matcher(Files.readString(file));
            while (entries.find()) {
                ports.put(entries.group(1), Integer.valueOf(entries.group(2)));
            }
        }
        return ports;
    }

    private static void lock(FileChannel channel) throws IOException, InterruptedException {
        for (int i = 0; i < LOCK_TRIES; i++) {
            try {
                channel.lock();
                return;
            } catch (OverlappingFileLockException e) {
                Thread.sleep(LOCK_PAUSE_MILLIS);
            }
        }
        throw new IOException("ports.json stays locked by another part of the portal");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
