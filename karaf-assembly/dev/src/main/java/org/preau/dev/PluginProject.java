package org.preau.dev;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the loop must know of a plugin, read once from its POM and again when that changes.
 *
 * @param folder where the POM is
 * @param id artifactId: the plugin's id
 * @param version of the POM
 * @param name for people
 * @param release of the Java language
 * @param classpath what it compiles against, as Maven resolved it
 * @param resources folders of resources
 * @param bnd instructions of the bnd-maven-plugin
 * @param properties of the POM, for resources that are filtered and for bnd
 */
record PluginProject(
        Path folder,
        String id,
        String version,
        String name,
        String release,
        List<Path> classpath,
        List<Resources> resources,
        String bnd,
        Map<String, String> properties) {
    /** Keeps its own copies. */
    PluginProject {
        classpath = List.copyOf(classpath);
        resources = List.copyOf(resources);
        properties = Map.copyOf(properties);
    }

    /**
     * One folder of resources.
     *
     * @param filtered whether <code>${…}</code> in them stands for a property
     */
    record Resources(Path folder, boolean filtered) {}

    /** Where its Java sources are. */
    Path sources() {
        return folder.resolve("src/main/java");
    }

    /** Where the loop works; Maven's own folders are left alone. */
    Path work() {
        return folder.resolve("target/dev");
    }

    /** The jar that the loop makes. */
    Path jar() {
        return work().resolve(id + ".jar");
    }
}
