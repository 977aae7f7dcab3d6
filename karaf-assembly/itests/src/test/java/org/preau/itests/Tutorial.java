package org.preau.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.driver.Portal;

/**
 * A page of the documentation whose code blocks are played: <code>```sh step=build</code> is run by a shell, <code>```java file=src/…</code> is written to that file. Blocks without {@code step} and
 * {@code file} are for readers only. What one block does to folder and variables holds for the next.
 */
final class Tutorial {
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w+)(?:[ \\t]+([^\\n]*))?\\n(.*?)^```[ \\t]*$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("(step|file)=(\\S+)");

    private final List<Block> blocks;
    private final Map<String, String> environment;
    private Path folder;
    private int next;

    /**
     * A block to be played.
     *
     * @param kind {@code step} or {@code file}
     * @param name of the step, or the file
     */
    record Block(String kind, String name, String text) {}

    /**
     * A tutorial that begins in that folder.
     *
     * @param words what stands in the page for the reader's own: a port, a path
     */
    Tutorial(Path page, Path folder, Map<String, String> environment, Map<String, String> words) {
        String text = read(page);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        this.blocks = blocks(text);
        this.folder = folder;
        this.environment = environment;
    }

    /** The blocks of a page that are played, in order. */
    static List<Block> blocks(String page) {
        List<Block> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            Matcher mark = MARK.matcher(block.group(2) == null ? "" : block.group(2));
            if (mark.find()) {
                found.add(new Block(mark.group(1), mark.group(2), block.group(3)));
            }
        }
        return found;
    }

    /** Plays all blocks up to this step, which is the last. */
    void until(String step) {
        while (next < blocks.size()) {
            Block block = blocks.get(next++);
            long start = System.nanoTime();
            play(block);
            System.err.printf(
                    "tutorial: %s %s, %.1f s%n", block.kind(), block.name(), (System.nanoTime() - start) / 1e9);
            if (block.name().equals(step)) {
                return;
            }
        }
        throw new AssertionError("the page has no further step " + step);
    }

    /** Where the reader stands now. */
    Path folder() {
        return folder;
    }

    private void play(Block block) {
        try {
            if (block.kind().equals("file")) {
                Path file = folder.resolve(block.name());
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text());
                return;
            }
            Path where = Files.createTempFile("preau-tutorial", ".cwd");
            String script = "set -euo pipefail\ncd '" + folder + "'\n" + block.text() + "\npwd > '" + where + "'\n";
            Portal.Result result = Portal.run(List.of("bash", "-c", script), environment);
            if (result.status() != 0) {
                throw new AssertionError("step " + block.name() + " of the tutorial failed: " + result);
            }
            folder = Path.of(Files.readString(where).strip());
            Files.delete(where);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
