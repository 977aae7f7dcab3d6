package org.preau.core.places;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a MaxMind DB file (format 2.0) with a few IPv4 networks of 16 bits: enough for a test, nobody's data. */
final class SmallMmdb {
    private static final int PREFIX_BITS = 16;
    private static final int SEPARATOR = 16;

    private final List<int[]> nodes = new ArrayList<>(List.of(new int[2]));
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** The network {@code a.b.0.0/16} is there. */
    SmallMmdb at(int a, int b, double latitude, double longitude) {
        int offset = data.size();
        map(data, 1);
        text(data, "location");
        map(data, 2);
        text(data, "latitude");
        number(data, latitude);
        text(data, "longitude");
        number(data, longitude);
        int prefix = a << 8 | b;
        int node = 0;
        for (int bit = PREFIX_BITS - 1; bit > 0; bit--) {
            int side = prefix >> bit & 1;
            if (nodes.get(node)[side] == 0) {
                nodes.add(new int[2]);
                nodes.get(node)[side] = nodes.size() - 1;
            }
            node = nodes.get(node)[side];
        }
        nodes.get(node)[prefix & 1] = -1 - offset;
        return this;
    }

    byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int record : node) {
                int value = record < 0 ? nodes.size() + SEPARATOR - 1 - record : record == 0 ? nodes.size() : record;
                file.write(value >> 16);
                file.write(value >> 8);
                file.write(value);
            }
        }
        file.writeBytes(new byte[SEPARATOR]);
        file.writeBytes(data.toByteArray());
        file.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        file.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        map(file, 9);
        text(file, "node_count");
        unsigned(file, 6, nodes.size());
        text(file, "record_size");
        unsigned(file, 5, 24);
        text(file, "ip_version");
        unsigned(file, 5, 4);
        text(file, "database_type");
        text(file, "Test");
        text(file, "languages");
        file.write(0);
        file.write(4);
        text(file, "binary_format_major_version");
        unsigned(file, 5, 2);
        text(file, "binary_format_minor_version");
        unsigned(file, 5, 0);
        text(file, "build_epoch");
        file.write(4);
        file.write(2);
        file.writeBytes(ByteBuffer.allocate(4).putInt(1_790_000_000).array());
        text(file, "description");
        map(file, 0);
        return file.toByteArray();
    }

    private static void map(ByteArrayOutputStream out, int entries) {
        out.write(7 << 5 | entries);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(2 << 5 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(ByteArrayOutputStream out, double number) {
        out.write(3 << 5 | Double.BYTES);
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
    }

    private static void unsigned(ByteArrayOutputStream out, int type, int number) {
        out.write(type << 5 | 2);
        out.write(number >> 8);
        out.write(number);
    }
}
