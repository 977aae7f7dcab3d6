package org.preau.core.audit.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.preau.api.audit.AuditHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node remembers of its chain outside the database: the last head in {@code DIR/data/audit.head}, and in {@code audit.heads.lost} every head that a chain
 * turned out not to continue. Who rewrites the database has not rewritten these.
 */
final class HeadFile {
    private static final Logger log = LoggerFactory.getLogger(HeadFile.class);

    private final Path file;
    private final Path lost;

    HeadFile(Path data) {
        this.file = data.resolve("audit.head");
        this.lost = data.resolve("audit.heads.lost");
    }

    /** The heads that must be part of the chains. */
    List<AuditHead> known() {
        List<AuditHead> heads = new ArrayList<>();
        try {
            for (Path each : List.of(lost, file)) {
                if (Files.exists(each)) {
                    Files.readAllLines(each).stream().map(HeadFile::read).forEach(heads::add);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            log.error("{} cannot be read", file, e);
        }
        return heads;
    }

    /** A link was added to the chain: what was remembered must be the one before it, or an earlier one after a kill. */
    void follow(Seal seal) {
        try {
            for (AuditHead remembered :
                    Files.exists(file) ? List.of(read(Files.readString(file).strip())) : List.<AuditHead>of()) {
                boolean continued = remembered.node().equals(seal.node())
                        && (remembered.number() < seal.number() - 1
                                || remembered.hash().equals(HexFormat.of().formatHex(seal.previous())));
                if (!continued) {
                    log.error("The audit trail was rewritten: seal {} is not in its chain any more", remembered.text());
                    Files.writeString(
                            lost, write(remembered) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
            Path fresh = file.resolveSibling("audit.head.new");
            Files.writeString(fresh, write(seal.head()) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | IllegalArgumentException e) {
            log.error("{} cannot be written", file, e);
        }
    }

    private static String write(AuditHead head) {
        return head.text() + ":" + head.at().toEpochMilli();
    }

    /** Reads {@code node:number:hash} with or without the time. */
    static AuditHead read(String line) {
        String[] parts = line.strip().split(":");
        if (parts.length < 3) {
            throw new IllegalArgumentException("a head is node:number:hash, not " + line);
        }
        Instant at = parts.length > 3 ? Instant.ofEpochMilli(Long.parseLong(parts[3])) : Instant.EPOCH;
        return new AuditHead(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2], at);
    }
}
