package org.preau.core.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.osgi.framework.BundleContext;

/** Which node of the portal this is: {@code DIR/data/node.id}, made at the first start, kept by a restore into the same place only. */
public final class NodeId {
    private NodeId() {}

    /** The id of the node this bundle runs on. */
    public static UUID of(BundleContext context) {
        return in(folder(context));
    }

    /** The folder of the node's data. */
    public static Path folder(BundleContext context) {
        String data = context.getProperty("karaf.data");
        return Path.of(data == null ? "data" : data);
    }

    /** The id of the node whose data is in that folder; safe when two ask at once. */
    static UUID in(Path data) {
        Path file = data.resolve("node.id");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                Path fresh = Files.createTempFile(data, "node.id", ".new");
                Files.writeString(fresh, UUID.randomUUID() + "\n");
                try {
                    Files.createLink(file, fresh);
                    Files.delete(fresh);
                } catch (FileAlreadyExistsException e) {
                    Files.delete(fresh);
                } catch (UnsupportedOperationException e) {
                    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return UUID.fromString(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the id of this node cannot be kept in " + file, e);
        }
    }
}
