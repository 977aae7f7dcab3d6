package org.preau.checks.api;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An exported package as bnd sees it: what counts for compatibility, and nothing else. As text it is a line for each element, indented: kind, what adding and removing it means, name.
 *
 * @param name the package
 * @param version its version
 * @param tree its types, methods, fields, annotations
 */
record PackageTree(String name, Version version, Tree.Data tree) {
    private static final String HEAD = "version ";
    private static final Pattern OF_OBJECT = Pattern.compile(
            "(clone|finalize|getClass|hashCode|notify|notifyAll|toString|registerNatives|wait0?|equals)\\((|long|long,int|java\\.lang\\.Object)\\)");

    /** The packages that a bundle exports; the folder of its classes or its jar. */
    static List<PackageTree> of(Path bundle) throws Exception {
        try (Jar jar = new Jar(bundle.toFile())) {
            Map<String, Version> exports = new TreeMap<>();
            new aQute.bnd.header.Parameters(
                            jar.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE))
                    .forEach((name, attributes) ->
                            exports.put(name, Version.parseVersion(String.valueOf(attributes.getVersion()))));
            Tree api = new DiffPluginImpl().tree(jar).get("<api>");
            List<PackageTree> packages = new ArrayList<>();
            for (Tree each : api.getChildren()) {
                Version version = exports.get(each.getName());
                if (each.getType() == Type.PACKAGE && version != null) {
                    Tree.Data tree = each.serialize();
                    prune(tree);
                    Arrays.stream(children(tree)).forEach(PackageTree::mark);
                    packages.add(new PackageTree(each.getName(), version, tree));
                }
            }
            return packages;
        }
    }

    /** Takes out what every object has: it depends on the Java that runs the check. */
    private static void prune(Tree.Data node) {
        if (node.children != null) {
            node.children = Arrays.stream(node.children)
                    .filter(child -> !(child.type == Type.METHOD
                            && OF_OBJECT.matcher(child.name).matches()))
                    .filter(child -> !child.name.startsWith("jdk.internal."))
                    .toArray(Tree.Data[]::new);
            Arrays.stream(node.children).forEach(PackageTree::prune);
        }
    }

    /** A method without a body that comes to an interface that plugins implement is a major change: bnd says so only of those before the first method with a body. */
    private static void mark(Tree.Data type) {
        boolean provided = Arrays.stream(children(type)).anyMatch(child -> child.name.endsWith(".ProviderType"));
        if (type.type == Type.INTERFACE && !provided) {
            Arrays.stream(children(type))
                    .filter(child -> child.type == Type.METHOD)
                    .filter(method -> Arrays.stream(children(method))
                            .anyMatch(access -> access.type == Type.ACCESS && access.name.equals("abstract")))
                    .forEach(method -> method.add = Delta.MAJOR);
        }
        Arrays.stream(children(type))
                .filter(child -> child.type == Type.INTERFACE)
                .forEach(PackageTree::mark);
    }

    private static Tree.Data[] children(Tree.Data node) {
        return node.children == null ? new Tree.Data[0] : node.children;
    }

    /** How this package differs from an older one. */
    Delta since(PackageTree older) {
        try {
            DiffPluginImpl differ = new DiffPluginImpl();
            return differ.deserialize(tree).diff(differ.deserialize(older.tree)).getDelta();
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** As text. */
    String text() {
        StringBuilder text = new StringBuilder(HEAD + version.toStringWithoutQualifier() + "\n");
        write(text, tree, 0);
        return text.toString();
    }

    private static void write(StringBuilder text, Tree.Data node, int depth) {
        if (node.type == Type.VERSION) {
            return;
        }
        text.append(" ".repeat(depth))
                .append(node.type)
                .append(' ')
                .append(node.add)
                .append(' ')
                .append(node.rem)
                .append(' ')
                .append(node.name)
                .append('\n');
        if (node.children != null) {
            Arrays.stream(node.children)
                    .sorted(Comparator.comparing((Tree.Data child) -> child.type)
                            .thenComparing(child -> child.name))
                    .forEach(child -> write(text, child, depth + 1));
        }
    }

    /** Reads what {@link #text} wrote. */
    static PackageTree read(List<String> lines) {
        Version version = Version.parseVersion(lines.get(0).substring(HEAD.length()));
        int[] at = {1};
        Tree.Data tree = node(lines, at, 0);
        return new PackageTree(tree.name, version, tree);
    }

    private static Tree.Data node(List<String> lines, int[] at, int depth) {
        String[] words = lines.get(at[0]++).strip().split(" ", 4);
        Tree.Data node = new Tree.Data();
        node.type = Type.valueOf(words[0]);
        node.add = Delta.valueOf(words[1]);
        node.rem = Delta.valueOf(words[2]);
        node.name = words[3];
        List<Tree.Data> children = new ArrayList<>();
        while (at[0] < lines.size() && depthOf(lines.get(at[0])) > depth) {
            children.add(node(lines, at, depth + 1));
        }
        node.children = children.isEmpty() ? null : children.toArray(Tree.Data[]::new);
        return node;
    }

    private static int depthOf(String line) {
        return line.length() - line.stripLeading().length();
    }
}
