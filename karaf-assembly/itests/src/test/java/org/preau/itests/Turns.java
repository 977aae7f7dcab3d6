package org.preau.itests;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Several processes run product tests at a time: a class that is {@link Alone} waits until the others' classes have ended, and theirs wait for its end. */
public final class Turns implements BeforeAllCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Turns.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (context.getStore(OURS).get("turn") != null) {
            // a nested class has the turn of the class around it
            return;
        }
        boolean alone = context.getRequiredTestClass().isAnnotationPresent(Alone.class);
        Path work = Files.createDirectories(Path.of(System.getProperty("preau.work")));
        FileChannel turns = FileChannel.open(
                work.resolve("turns.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        // closed at the end of the class, which gives the lock back
        context.getStore(OURS).put("turn", turns);
        FileLock turn = turns.lock(0, Long.MAX_VALUE, !alone);
        if (!turn.isValid()) {
            throw new IOException("no turn for " + context.getDisplayName());
        }
    }
}
