package org.preau.checks.api;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.preau.checks.api.ApiType.Method;

/** Reads the sources of the API by the compiler's parser: no class path is needed. */
final class ApiSources {
    /** The root of the source tree. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private final List<ApiType> types = new ArrayList<>();
    private final Map<String, Set<String>> packages = new TreeMap<>();

    /** Reads {@code bundles/api} and {@code ui/kit}. */
    static ApiSources read() {
        ApiSources sources = new ApiSources();
        Path bundles = ROOT.resolve("bundles");
        try (Stream<Path> api = Files.list(bundles.resolve("api"))) {
            for (Path bundle : Stream.concat(api, Stream.of(bundles.resolve("ui/kit")))
                    .sorted()
                    .toList()) {
                sources.parse(bundles.relativize(bundle).toString(), bundle.resolve("src/main/java"));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return sources;
    }

    /** Every public type, nested ones too, by package and name. */
    List<ApiType> types() {
        return types;
    }

    /** Packages with a version, and what their annotations say: {@code @Stability(Stability.Level.STABLE)}. */
    Map<String, Set<String>> packages() {
        return packages;
    }

    /** How stable a package is, in lower case; empty when it does not say. */
    String stability(String packageName) {
        return packages.getOrDefault(packageName, Set.of()).stream()
                .filter(text -> text.startsWith("@Stability("))
                .map(text -> text.replaceAll("^.*\\.(\\w+)\\)$", "$1").toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private void parse(String bundle, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                if (unit.getSourceFile().getName().endsWith("package-info.java")) {
                    packages.put(
                            unit.getPackageName().toString(),
                            unit.getPackageAnnotations().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.toSet()));
                } else {
                    new Reader(bundle, unit, docs).scan(new TreePath(unit), null);
                }
            }
        }
    }

    /** Collects the public types of a file. */
    private final class Reader extends TreePathScanner<Void, Void> {
        private final String bundle;
        private final CompilationUnitTree unit;
        private final DocTrees docs;
        private String outer = "";
        private boolean insideInterface;

        Reader(String bundle, CompilationUnitTree unit, DocTrees docs) {
            this.bundle = bundle;
            this.unit = unit;
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            boolean open = insideInterface || type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (!open || type.getSimpleName().toString().isEmpty()) {
                return null;
            }
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            String name = outer + type.getSimpleName();
            types.add(new ApiType(
                    bundle,
                    unit.getPackageName().toString(),
                    name,
                    type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    annotations(type.getModifiers()),
                    JavadocReader.read(comment),
                    JavadocReader.since(comment),
                    methods(type)));
            String before = outer;
            boolean was = insideInterface;
            outer = name + ".";
            insideInterface = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
            type.getMembers().stream().filter(ClassTree.class::isInstance).forEach(member -> scan(member, null));
            outer = before;
            insideInterface = was;
            return null;
        }

        private List<Method> methods(ClassTree type) {
            boolean contract = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
            List<Method> methods = new ArrayList<>();
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    Set<Modifier> flags = method.getModifiers().getFlags();
                    boolean open = flags.contains(Modifier.PUBLIC) || contract && !flags.contains(Modifier.PRIVATE);
                    boolean canonical = type.getKind() == Tree.Kind.RECORD
                            && method.getReturnType() == null
                            && method.getParameters().isEmpty();
                    if (open
                            && !(canonical
                                    && method.getModifiers().getAnnotations().isEmpty()
                                    && docOf(method) == null)) {
                        methods.add(method(method, contract));
                    }
                }
            }
            return methods;
        }

        private DocCommentTree docOf(MethodTree method) {
            return docs.getDocCommentTree(new TreePath(getCurrentPath(), method));
        }

        private Method method(MethodTree method, boolean contract) {
            Set<Modifier> flags = method.getModifiers().getFlags();
            String parameters = method.getParameters().stream()
                    .map(parameter -> plain(parameter.getType()) + " " + parameter.getName())
                    .collect(Collectors.joining(", "));
            String type = method.getReturnType() == null ? "" : plain(method.getReturnType()) + " ";
            return new Method(
                    method.getName().toString(),
                    type + method.getName() + "(" + parameters + ")",
                    contract && !flags.contains(Modifier.DEFAULT) && !flags.contains(Modifier.STATIC),
                    annotations(method.getModifiers()).contains("Override"),
                    JavadocReader.read(docOf(method)));
        }

        private static String plain(Tree type) {
            return type.toString()
                    .replaceAll("@[\\w.]+\\s*(\\(\\))?\\s*", "")
                    .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
        }

        private static Set<String> annotations(ModifiersTree modifiers) {
            return modifiers.getAnnotations().stream()
                    .map(AnnotationTree::getAnnotationType)
                    .map(Object::toString)
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .collect(Collectors.toSet());
        }
    }
}
