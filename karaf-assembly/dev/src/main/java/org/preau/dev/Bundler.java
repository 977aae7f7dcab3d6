package org.preau.dev;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import aQute.lib.utf8properties.UTF8Properties;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Makes a bundle of classes and resources with the instructions of the POM, as bnd-maven-plugin does, without Maven. */
final class Bundler {
    private Bundler() {}

    /**
     * Writes the project's jar.
     *
     * @param classes compiled classes and resources
     * @throws BuildFailedException with what bnd objects to
     */
    static void bundle(PluginProject project, Path classes) throws IOException, BuildFailedException {
        try (Builder builder = new Builder()) {
            builder.setBase(project.folder().toFile());
            builder.setProperties(instructions(project));
            builder.setJar(new Jar(project.id(), classes.toFile()));
            builder.setClasspath(project.classpath().stream()
                    .map(Path::toFile)
                    .filter(File::isFile)
                    .toArray(File[]::new));
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new BuildFailedException("bundle", List.copyOf(builder.getErrors()));
            }
            Path part = project.work().resolve(project.id() + ".part");
            jar.write(part.toFile());
            Files.move(part, project.jar(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | BuildFailedException e) {
            throw e;
        } catch (Exception e) {
            throw new BuildFailedException("bundle", List.of(String.valueOf(e.getMessage())));
        }
    }

    private static Properties instructions(PluginProject project) throws IOException {
        Properties all = new Properties();
        project.properties().forEach(all::setProperty);
        UTF8Properties written = new UTF8Properties();
        written.load(project.bnd(), project.folder().resolve("bnd.bnd").toFile(), null);
        all.putAll(written);
        // Checks of the build (layers, baseline) are Maven's: what they refuse, the build refuses before anything is
        // published.
        all.keySet().removeIf(key -> String.valueOf(key).startsWith(Constants.PLUGIN));
        all.putIfAbsent(Constants.BUNDLE_SYMBOLICNAME, project.id());
        all.putIfAbsent(Constants.BUNDLE_NAME, project.name());
        all.putIfAbsent(Constants.BUNDLE_VERSION, osgi(project.version()));
        return all;
    }

    /** A version of Maven's as OSGi writes it: {@code 1.2-SNAPSHOT} is {@code 1.2.0.SNAPSHOT}. */
    static String osgi(String version) {
        return new aQute.bnd.version.MavenVersion(version).getOSGiVersion().toString();
    }
}
