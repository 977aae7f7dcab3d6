package org.preau.core.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The files of an instance that are not its database: {@code etc}, {@code deploy} and {@code data}, without what a start makes again.
 *
 * @param base the home of the instance
 * @param data its {@code data}
 * @param etc its {@code etc}
 */
record InstanceFiles(Path base, Path data, Path etc) {
    /** What is made again, or belongs to this place and this run. A restored node is a new node: its chain of seals is a new one. */
    private static final Set<String> NOT_SAVED = Set.of(
            "audit.head",
            "audit.heads.lost",
            "cache",
            "console.sock",
            "distribution.id",
            "falls",
            "generated-bundles",
            "instances",
            "jvm.args",
            "log",
            "node.id",
            "pax-web",
            "plugins.called",
            "plugins.fell",
            "ports.json",
            "ports.json.lock",
            "postgresql",
            "postgresql.lock",
            "postgresql.new",
            "postgresql.start.log",
            "preau.lock",
            "preau.pid",
            "tmp");

    /** Adds them. */
    void add(ArchiveWriter archive, boolean masterKey, Path backups) throws IOException {
        FileWalk.add(archive, etc, "etc", name -> masterKey || !name.equals("preau.key"));
        FileWalk.add(archive, base.resolve("deploy"), "deploy", name -> true);
        FileWalk.add(
                archive,
                data,
                "data",
                name -> saved(name) && !data.resolve(name).equals(backups));
    }

    /** Their bytes. */
    long size() throws IOException {
        return FileWalk.size(etc, name -> true)
                + FileWalk.size(base.resolve("deploy"), name -> true)
                + FileWalk.size(data, InstanceFiles::saved);
    }

    private static boolean saved(String name) {
        return !NOT_SAVED.contains(name) && !name.matches("postgresql-\\d[^/]*") && !name.endsWith(".part");
    }
}
