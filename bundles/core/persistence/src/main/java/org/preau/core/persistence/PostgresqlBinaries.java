package org.preau.core.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The programs of a PostgreSQL server.
 *
 * @param bin folder of {@code initdb}, {@code postgres} and {@code pg_ctl}
 */
record PostgresqlBinaries(Path bin) {
    private static final String PACKED = "postgresql-linux-amd64.tar.gz";

    /** Those carried by this bundle, unpacked below {@code folder} if they are not there yet. */
    static PostgresqlBinaries unpackedBelow(Path folder) throws IOException, InterruptedException {
        Path home = folder.resolve("postgresql-" + carriedVersion());
        if (!Files.isDirectory(home)) {
            Path fresh = folder.resolve(home.getFileName() + ".new");
            FileTree.delete(fresh);
            Files.createDirectories(fresh);
            try (InputStream packed = carried(PACKED)) {
                Commands.run(List.of("tar", "-xz", "--no-same-owner", "-C", fresh.toString()), packed);
            }
            Files.move(fresh, home);
        }
        return new PostgresqlBinaries(home.resolve("bin"));
    }

    /** The path of one of the programs. */
    String program(String name) {
        return bin.resolve(name).toString();
    }

    private static String carriedVersion() throws IOException {
        try (InputStream in = carried("postgresql.version")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static InputStream carried(String name) throws IOException {
        InputStream in = PostgresqlBinaries.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is not in the bundle");
        }
        return in;
    }
}
