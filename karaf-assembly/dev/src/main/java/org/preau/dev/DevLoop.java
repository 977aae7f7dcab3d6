package org.preau.dev;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From save to open page: compiles, bundles and deploys a plugin into a running portal whenever one of its files is saved. What does not work is told in the terminal and at the head of every open page until it
 * works again. Ended by Ctrl-C, it takes the plugin and its notices out of the portal.
 */
public final class DevLoop implements AutoCloseable {
    private final Path folder;
    private final PortalLink portal;
    private final PrintStream out;
    private @Nullable PluginProject project;
    private @Nullable WarmCompiler compiler;
    private boolean ended;

    /** The loop of one plugin, nothing done yet. */
    DevLoop(Path folder, PortalLink portal, PrintStream out) {
        this.folder = folder;
        this.portal = portal;
        this.out = out;
    }

    /**
     * Runs until it is interrupted.
     *
     * @param args home of the running portal, folder of the plugin
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(args[0]);
        Path folder = Path.of(args[1]).toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve("pom.xml"))) {
            System.err.println("preau: no plugin there, pom.xml is missing: " + folder);
            System.exit(2);
        }
        PortalLink portal = new PortalLink(home);
        if (!portal.answers()) {
            System.err.println("preau: the portal does not answer: " + home);
            System.exit(1);
        }
        DevLoop loop = new DevLoop(folder, portal, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(loop::close, "end"));
        loop.run();
    }

    private void run() throws IOException, InterruptedException {
        try (FolderWatch watch = new FolderWatch(folder)) {
            save(true);
            out.println("watching " + folder + " (Ctrl-C ends)");
            while (true) {
                Set<Path> saved = watch.awaitSave();
                save(saved.stream().anyMatch(DevLoop::describes));
            }
        }
    }

    /** Whether a file says what the project is. */
    private static boolean describes(Path file) {
        return file.endsWith("pom.xml") || file.endsWith("bnd.bnd");
    }

    /** One round; synchronized against the end, so that nothing is deployed after it. */
    synchronized void save(boolean described) throws IOException, InterruptedException {
        if (ended) {
            return;
        }
        long start = System.nanoTime();
        try {
            if (described || project == null) {
                describe();
            }
            build();
        } catch (BuildFailedException e) {
            failed(e.step(), e.messages());
            return;
        }
        PluginProject built = project;
        if (built == null) {
            return;
        }
        out.printf(Locale.ROOT, "%s serves, %d ms after the save%n", built.id(), millisSince(start));
        String ailment = portal.ailment(built).orElse("");
        if (ailment.isEmpty()) {
            portal.untell(built);
        } else {
            failed("start", List.of(ailment));
        }
    }

    private void describe() throws IOException, InterruptedException, BuildFailedException {
        PluginProject now = ProjectReader.read(folder);
        PluginProject before = project;
        if (before != null && !before.id().equals(now.id())) {
            portal.undeploy(before);
            portal.untell(before);
        }
        if (compiler != null) {
            compiler.close();
        }
        compiler = new WarmCompiler(now);
        project = now;
    }

    private void build() throws IOException, BuildFailedException {
        WarmCompiler warm = compiler;
        PluginProject now = project;
        if (warm == null || now == null) {
            return;
        }
        Path classes = now.work().resolve("classes");
        Sources.empty(classes);
        warm.compile(classes);
        Sources.copyResources(now, classes);
        Bundler.bundle(now, classes);
        portal.deploy(now);
    }

    private void failed(String step, List<String> messages) throws IOException {
        out.println(step + " failed:");
        messages.forEach(message -> out.println("  " + message));
        PluginProject known = project;
        if (known != null) {
            portal.tell(known, step + "\n" + String.join("\n", messages));
        }
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** Takes the plugin and its notices out of the portal. */
    @Override
    public synchronized void close() {
        ended = true;
        PluginProject known = project;
        if (known != null) {
            try {
                portal.undeploy(known);
                portal.untell(known);
            } catch (IOException e) {
                out.println("preau: could not be taken away: " + e.getMessage());
            }
        }
        if (compiler != null) {
            compiler.close();
            compiler = null;
        }
    }
}
