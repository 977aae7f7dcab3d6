package org.preau.core.containment;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many calls of each plugin run at this moment, in a file mapped into memory: what stands there when the Java machine ends without a word is there at the next start. A call costs two additions, no call of the
 * system. Safe on any thread.
 */
final class CallLedger {
    private static final int SLOTS = 256;
    private static final int SLOT = 256;
    private static final int NAME = SLOT - Long.BYTES;
    private static final VarHandle COUNT = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer buffer;
    private final List<String> interrupted;
    private final Map<String, Entry> entries = new HashMap<>();

    private CallLedger(ByteBuffer buffer, List<String> interrupted) {
        this.buffer = buffer;
        this.interrupted = interrupted;
    }

    /** One that no file keeps. */
    static CallLedger inMemory() {
        return new CallLedger(ByteBuffer.allocateDirect(SLOTS * SLOT), List.of());
    }

    /** Begins a new one in that file, after a look at what the last one ended with. */
    static CallLedger open(Path file) throws IOException {
        List<String> interrupted = Files.exists(file) ? running(Files.readAllBytes(file)) : List.of();
        Files.write(file, new byte[SLOTS * SLOT]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, SLOTS * SLOT);
            return new CallLedger(mapped, interrupted);
        }
    }

    /** The plugins that were being called when the process before this one ended. */
    List<String> interrupted() {
        return interrupted;
    }

    /** The place of that plugin; those beyond all places share one without a name. */
    synchronized Entry entry(String plugin) {
        return entries.computeIfAbsent(plugin, this::next);
    }

    private Entry next(String plugin) {
        int slot = Math.min(entries.size(), SLOTS - 1);
        if (slot < SLOTS - 1) {
            byte[] name = plugin.getBytes(StandardCharsets.UTF_8);
            buffer.put(slot * SLOT + Long.BYTES, name, 0, Math.min(name.length, NAME));
        }
        return new Entry(buffer, slot * SLOT);
    }

    /** The place of one plugin. */
    static final class Entry {
        private final ByteBuffer buffer;
        private final int at;

        private Entry(ByteBuffer buffer, int at) {
            this.buffer = buffer;
            this.at = at;
        }

        /** A call begins. */
        void entered() {
            long unused = (long) COUNT.getAndAdd(buffer, at, 1L);
        }

        /** It has ended, however it did. */
        void left() {
            long unused = (long) COUNT.getAndAdd(buffer, at, -1L);
        }
    }

    private static List<String> running(byte[] bytes) {
        List<String> names = new ArrayList<>();
        ByteBuffer kept = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        for (int at = 0; at + SLOT <= bytes.length; at += SLOT) {
            String name = new String(bytes, at + Long.BYTES, NAME, StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
            if (kept.getLong(at) > 0 && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
