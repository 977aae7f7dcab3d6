package org.preau.dev;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Makes a {@link PluginProject} of an effective POM and the class path that Maven wrote. */
final class ProjectReader {
    private static final String BND_PLUGIN = "bnd-maven-plugin";

    private ProjectReader() {}

    /**
     * Reads the project in a folder, by Maven.
     *
     * @throws BuildFailedException when Maven cannot make sense of it
     */
    static PluginProject read(Path folder) throws IOException, InterruptedException, BuildFailedException {
        Path work = folder.resolve("target/dev");
        Path model = work.resolve("effective-pom.xml");
        Path classpath = work.resolve("classpath");
        Maven.describe(folder, model, classpath);
        return parse(folder, model, Files.readString(classpath).strip());
    }

    /** Reads what Maven wrote. */
    static PluginProject parse(Path folder, Path model, String classpath) throws IOException, BuildFailedException {
        Element project = root(model);
        Map<String, String> properties = new HashMap<>();
        child(project, "properties")
                .ifPresent(all -> children(all).forEach(each -> properties.put(each.getTagName(), text(each))));
        String id = value(project, "artifactId").orElse("");
        String version = value(project, "version").orElse("");
        String name = value(project, "name").orElse(id);
        properties.put("project.artifactId", id);
        properties.put("project.version", version);
        properties.put("project.name", name);
        properties.put("project.groupId", value(project, "groupId").orElse(""));
        Element build = child(project, "build").orElse(project);
        List<Path> jars = Arrays.stream(classpath.split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
        return new PluginProject(
                folder,
                id,
                version,
                name,
                properties.getOrDefault("maven.compiler.release", "17"),
                jars,
                resources(folder, build),
                bnd(folder, build),
                properties);
    }

    private static Element root(Path model) throws IOException, BuildFailedException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(model.toFile()).getDocumentElement();
            return root.getTagName().equals("projects") ? child(root, "project").orElse(root) : root;
        } catch (ParserConfigurationException | SAXException e) {
            throw new BuildFailedException("Maven", List.of("the effective POM cannot be read: " + e.getMessage()));
        }
    }

    private static List<PluginProject.Resources> resources(Path folder, Element build) {
        List<PluginProject.Resources> found = new ArrayList<>();
        child(build, "resources").ifPresent(all -> children(all)
                .forEach(one -> found.add(new PluginProject.Resources(
                        folder.resolve(value(one, "directory").orElse("src/main/resources")),
                        value(one, "filtering").map(Boolean::parseBoolean).orElse(false)))));
        return found;
    }

    /** The plugin's instructions, and those of the file {@code bnd.bnd} after them: later ones win. */
    private static String bnd(Path folder, Element build) throws IOException {
        StringBuilder all = new StringBuilder();
        child(build, "plugins").stream()
                .flatMap(plugins -> children(plugins).stream())
                .filter(plugin -> value(plugin, "artifactId").orElse("").equals(BND_PLUGIN))
                .flatMap(plugin -> Stream.concat(
                        child(plugin, "configuration").stream(),
                        child(plugin, "executions").stream()
                                .flatMap(executions -> children(executions).stream())
                                .flatMap(execution -> child(execution, "configuration").stream())))
                .flatMap(configuration -> child(configuration, "bnd").stream())
                .forEach(one -> all.append(one.getTextContent()).append('\n'));
        Path file = folder.resolve("bnd.bnd");
        if (Files.isRegularFile(file)) {
            all.append(Files.readString(file)).append('\n');
        }
        return all.toString();
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst();
    }

    private static Optional<String> value(Element parent, String name) {
        return child(parent, name).map(ProjectReader::text);
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
