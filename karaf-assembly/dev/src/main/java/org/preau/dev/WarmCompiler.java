package org.preau.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles all sources of one project, again and again, in this process: the class path stays open and the compiler warm, so that a save costs a fraction of a second. Used by one thread.
 */
final class WarmCompiler implements AutoCloseable {
    private static final int MOST_MESSAGES = 20;

    private final PluginProject project;
    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;

    /**
     * A compiler for this project.
     *
     * @throws IllegalStateException on a Java without a compiler
     */
    WarmCompiler(PluginProject project) throws IOException {
        this.project = project;
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new IllegalStateException("this Java has no compiler: install a JDK 17");
        }
        compiler = found;
        files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, project.classpath());
    }

    /**
     * Compiles the sources as they are now.
     *
     * @param classes where the classes go; empty before
     * @throws BuildFailedException with file, line and message of each error
     */
    void compile(Path classes) throws IOException, BuildFailedException {
        List<Path> sources = Sources.java(project);
        if (sources.isEmpty()) {
            return;
        }
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<String> options = List.of("--release", project.release(), "-proc:none", "-parameters", "-g", "-nowarn");
        boolean good = compiler.getTask(
                        null, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!good) {
            throw new BuildFailedException(
                    "compile",
                    messages.getDiagnostics().stream()
                            .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                            .limit(MOST_MESSAGES)
                            .map(this::sentence)
                            .toList());
        }
    }

    private String sentence(Diagnostic<? extends JavaFileObject> message) {
        String text = message.getMessage(Locale.ENGLISH);
        JavaFileObject source = message.getSource();
        if (source == null) {
            return text;
        }
        Path file = Path.of(source.toUri());
        String shown = file.startsWith(project.folder())
                ? project.folder().relativize(file).toString()
                : file.toString();
        return shown + ":" + message.getLineNumber() + ": " + text;
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
