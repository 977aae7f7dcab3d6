package org.preau.testkit.contract;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.personaldata.PersonalArchive;

/** Keeps the files of an archive in memory; refuses the names that the portal refuses. */
final class KeptArchive implements PersonalArchive {
    /** What stands for no content. */
    static final String EMPTY = "(nothing)";

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    /** Name and content of each file, a blank between; {@link #EMPTY} where there is nothing in it. */
    List<String> contents() {
        return files.entrySet().stream()
                .map(file -> file.getKey() + " "
                        + (file.getValue().size() == 0 ? EMPTY : file.getValue().toString(StandardCharsets.UTF_8)))
                .toList();
    }

    @Override
    public OutputStream file(String name) {
        if (!name.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*") || name.contains("..") || files.containsKey(name)) {
            throw new IllegalArgumentException("no name for a file of the archive, or used before: " + name);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.put(name, bytes);
        return bytes;
    }
}
