package org.preau.testkit.contract;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.preau.api.personaldata.PersonalArchive;

/** Keeps the files of an archive in memory; refuses the names that the portal refuses. */
final class KeptArchive implements PersonalArchive {
    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    Map<String, ByteArrayOutputStream> files() {
        return Map.copyOf(files);
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
