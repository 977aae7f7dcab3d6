package org.preau.core.feed.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.preau.api.feed.FeedOptions;

/**
 * Looks into the drop folders {@code <system>/} and {@code <system>/<academy code>/}. An archive is ready once nothing of it changed between two looks; hidden files and those still being
 * written ({@code *.part}, {@code *.filepart}, {@code *.tmp}) are passed over. Used by one thread at a time.
 */
final class DropFolder {
    private static final String ACADEMY = "[0-9][0-9A-Z]{0,2}";

    private Map<Path, Long> before = new HashMap<>();

    /**
     * An archive that lies there.
     *
     * @param system name of the feed
     */
    record Dropped(String system, FeedOptions options, Path file) {}

    /** Those that are ready, by system and name. */
    List<Dropped> look(Path top, List<String> systems) throws IOException {
        Map<Path, Long> seen = new HashMap<>();
        List<Dropped> ready = new ArrayList<>();
        for (String system : systems) {
            Path folder = top.resolve(system);
            Files.createDirectories(folder);
            for (Path entry : entries(folder)) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry) && name.matches(ACADEMY)) {
                    for (Path file : entries(entry)) {
                        weigh(new Dropped(system, new FeedOptions(Optional.of(name)), file), seen, ready);
                    }
                } else {
                    weigh(new Dropped(system, FeedOptions.NONE, entry), seen, ready);
                }
            }
        }
        before = seen;
        return ready;
    }

    private void weigh(Dropped dropped, Map<Path, Long> seen, List<Dropped> ready) throws IOException {
        long weight;
        try {
            weight = weight(dropped.file());
        } catch (NoSuchFileException e) {
            return;
        }
        seen.put(dropped.file(), weight);
        Long known = before.get(dropped.file());
        if (known != null && known == weight) {
            ready.add(dropped);
        }
    }

    /** Changes when anything of the archive does. */
    private static long weight(Path file) throws IOException {
        long weight = 1;
        for (Path each : ArchiveDigest.files(file)) {
            weight = weight * 31 + each.hashCode();
            weight = weight * 31 + Files.size(each);
            weight = weight * 31 + Files.getLastModifiedTime(each).toMillis();
        }
        return weight;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(DropFolder::isWhole).sorted().toList();
        }
    }

    private static boolean isWhole(Path entry) {
        String name = entry.getFileName().toString();
        return !name.startsWith(".")
                && !name.endsWith(".part")
                && !name.endsWith(".filepart")
                && !name.endsWith(".tmp");
    }
}
