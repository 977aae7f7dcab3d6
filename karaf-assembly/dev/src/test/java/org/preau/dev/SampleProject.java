package org.preau.dev;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A plugin of one component, in a folder of a test. */
final class SampleProject {
    private final Path folder;

    SampleProject(Path folder) throws IOException {
        this.folder = folder;
        greets("Bonjour");
        write("src/main/resources/words.properties", "version=${project.version} é ${unknown}");
    }

    /** Its component answers that. */
    void greets(String word) throws IOException {
        write(
                "src/main/java/org/example/Greeter.java",
                """
                package org.example;

                @org.osgi.service.component.annotations.Component
                public final class Greeter implements Runnable {
                    @Override
                    public void run() {
                        System.setProperty("greeting", "%s");
                    }
                }
                """
                        .formatted(word));
    }

    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    PluginProject project() {
        List<Path> annotations = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("component.annotations"))
                .map(Path::of)
                .toList();
        return new PluginProject(
                folder,
                "greeter",
                "1.2-SNAPSHOT",
                "Greeter",
                "17",
                annotations,
                List.of(new PluginProject.Resources(folder.resolve("src/main/resources"), true)),
                "-noimportjava: true\nX-Said: ${project.artifactId}\n",
                Map.of("project.version", "1.2-SNAPSHOT", "project.artifactId", "greeter"));
    }
}
