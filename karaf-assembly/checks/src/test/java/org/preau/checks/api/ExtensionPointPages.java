package org.preau.checks.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.preau.checks.api.ApiType.Method;

/** The reference of extension points as Markdown pages, by their file names below {@code docs/integrator}. */
final class ExtensionPointPages {
    private static final String WRITTEN =
            "<!-- Written by ExtensionPointPagesTest from the sources; to write it again: the test with -Dpreau.write=true. -->\n";

    /** Of contracts that have more implementations a few are shown: else every new command would be a change of these pages. */
    private static final int LISTED = 12;

    private static final int SHOWN = 5;

    private final ApiSources api;
    private final Implementations implementations;

    ExtensionPointPages(ApiSources api, Implementations implementations) {
        this.api = api;
        this.implementations = implementations;
    }

    /** All pages. */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        List<ApiType> points = points();
        pages.put("extension-points.md", index(points));
        points.forEach(point -> pages.put("points/" + point.name() + ".md", page(point)));
        return pages;
    }

    private List<ApiType> points() {
        return api.types().stream()
                .filter(type -> type.isConsumer() && type.isTop())
                .filter(type -> !api.stability(type.packageName()).equals("internal"))
                .sorted(Comparator.comparing(ApiType::packageName).thenComparing(ApiType::name))
                .toList();
    }

    private String index(List<ApiType> points) {
        List<String> lines = new ArrayList<>(List.of(
                WRITTEN + "# Extension points",
                "",
                "Each is an interface that a bundle implements and registers as an OSGi service (`@Component`). It counts while it is registered: no restart, no registration elsewhere. Methods with a default"
                        + " body need not be written, and stay so in every 1.x.",
                "",
                "| implement | to | package | stability | in the portal |",
                "|---|---|---|---|---|"));
        for (ApiType point : points) {
            lines.add("| [" + point.name() + "](points/" + point.name() + ".md) | "
                    + cell(point.doc().sentence()) + " | `"
                    + point.packageName() + "` | " + api.stability(point.packageName()) + " | "
                    + (implementations.of(point).size() > LISTED
                            ? "more than " + LISTED
                            : implementations.of(point).size())
                    + " |");
        }
        lines.add("");
        lines.add("## What an application contributes");
        lines.add("");
        lines.add("Cards, items, badges and the rest are methods of [PortalApplication](points/PortalApplication.md):");
        lines.add("");
        points.stream()
                .filter(point -> point.name().equals("PortalApplication"))
                .flatMap(point -> point.methods().stream())
                .forEach(method ->
                        lines.add("- `" + method.name() + "`: " + method.doc().sentence()));
        return String.join("\n", lines) + "\n";
    }

    private String page(ApiType point) {
        List<String> lines = new ArrayList<>(List.of(
                WRITTEN + "# " + point.name(),
                "",
                "`" + point.packageName() + "." + point.name() + "` · bundle `org.preau:preau-"
                        + point.bundle().replace('/', '-') + "` · " + api.stability(point.packageName()) + " · since "
                        + point.since(),
                "",
                point.doc().body()));
        if (!point.doc().example().isEmpty()) {
            lines.addAll(List.of("", "```java", point.doc().example(), "```"));
        }
        lines.addAll(List.of("", "## Methods", "", "| method | | what for |", "|---|---|---|"));
        for (Method method : point.methods()) {
            lines.add("| `" + method.signature().replace("|", "\\|") + "` | "
                    + (method.isAbstract() ? "**must**" : "default") + " | "
                    + cell(method.doc().body()) + " |");
        }
        lines.addAll(List.of("", "## In the portal", ""));
        List<Implementations.Found> found = implementations.of(point);
        lines.add(
                found.isEmpty()
                        ? "None is shipped."
                        : found.stream()
                                .limit(found.size() > LISTED ? SHOWN : LISTED)
                                .map(each -> "- `" + each.bundle() + "`: `" + each.name() + "`. " + each.sentence())
                                .collect(Collectors.joining("\n")));
        if (found.size() > LISTED) {
            lines.add("- and others: they are the `@Component` classes that implement it.");
        }
        lines.addAll(List.of("", "[All extension points](../extension-points.md)"));
        return String.join("\n", lines) + "\n";
    }

    private static String cell(String text) {
        return JavadocReader.flat(text.replace("\n- ", " · ")).replace("|", "\\|");
    }
}
