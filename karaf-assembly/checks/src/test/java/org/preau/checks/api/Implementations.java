package org.preau.checks.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The components of our own bundles that implement a contract, from their sources. */
final class Implementations {
    private static final Pattern TYPE = Pattern.compile(
            "(?s)(?:/\\*\\*(?<doc>(?:(?!\\*/).)*)\\*/\\s*)?(?<annotations>(?:@\\w+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*)*@Component\\b(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*(?:@\\w+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*)*)"
                    + "public (?:final |abstract )*(?:class|record) (?<name>\\w+)(?<rest>[^{]*)\\{");

    private final List<Component> components = new ArrayList<>();

    /**
     * A component that implements something.
     *
     * @param bundle folder of its bundle
     * @param name its class
     * @param sentence first sentence of its javadoc
     */
    record Found(String bundle, String name, String sentence) {}

    private record Component(Found found, String source, String contracts) {}

    static Implementations read() {
        Implementations all = new Implementations();
        Path bundles = ApiSources.ROOT.resolve("bundles");
        try (Stream<Path> files = Files.walk(bundles)) {
            for (Path file : files.filter(each -> each.toString().matches(".*/src/main/java/.*\\.java"))
                    .sorted()
                    .toList()) {
                all.add(bundles.relativize(file), Files.readString(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    private void add(Path file, String source) {
        Matcher type = TYPE.matcher(source);
        if (type.find()) {
            String rest = type.group("rest");
            String contracts = rest.contains("implements ") ? rest.substring(rest.indexOf("implements ")) : "";
            components.add(new Component(
                    new Found(file.subpath(0, 2).toString(), type.group("name"), sentence(type.group("doc"))),
                    source,
                    contracts));
        }
    }

    /** Those of a contract, by bundle and name. */
    List<Found> of(ApiType contract) {
        Pattern named = Pattern.compile("\\b" + contract.name() + "\\b");
        return components.stream()
                .filter(component -> named.matcher(component.contracts()).find()
                        && component
                                .source()
                                .contains("import " + contract.packageName() + "." + contract.name() + ";"))
                .map(Component::found)
                .sorted(Comparator.comparing(Found::bundle).thenComparing(Found::name))
                .toList();
    }

    private static String sentence(String doc) {
        if (doc == null) {
            return "";
        }
        String plain = doc.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@(?:code|value|literal) ([^}]*)}", "`$1`")
                .replaceAll("\\{@link(?:plain)? #?([^} ]*)}", "`$1`")
                .replaceAll("\\{@link(?:plain)? [^} ]* ([^}]*)}", "$1")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher end = Pattern.compile("(?s)^(.*?[.!?])(?: |$)").matcher(plain);
        return end.find() ? end.group(1) : plain;
    }
}
