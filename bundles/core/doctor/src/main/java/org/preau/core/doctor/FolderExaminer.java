package org.preau.core.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;

/** Looks into the deploy folder for a jar that was dropped and is not there as a bundle, or not as it is in the folder. */
@Component
public final class FolderExaminer implements Examiner {
    private final Path folder;
    private final Supplier<Imports> imports;

    /** Looks into the folder of this portal. */
    @Activate
    public FolderExaminer(BundleContext context) {
        this(
                folder(context),
                () -> new Imports(Exports.of(context), Runtime.version().feature()));
    }

    FolderExaminer(Path folder, Supplier<Imports> imports) {
        this.folder = folder;
        this.imports = imports;
    }

    private static Path folder(BundleContext context) {
        String configured = context.getProperty("preau.deploy");
        return configured == null
                ? Path.of(String.valueOf(context.getProperty("karaf.base")), "deploy")
                : Path.of(configured);
    }

    @Override
    public List<Finding> examine(Patient patient) {
        List<Finding> findings = new ArrayList<>();
        for (Path file : jars()) {
            Map<String, String> manifest = manifest(file);
            String name = name(manifest);
            String fileName = String.valueOf(file.getFileName());
            boolean his =
                    name.equals(patient.name()) || fileName.equals(patient.id()) || Names.alike(name, patient.id());
            if (!his) {
                continue;
            }
            if (name.isEmpty()) {
                findings.add(Words.sick("no-bundle", fileName));
            } else if (patient.bundle() == null) {
                List<Finding> missing = imports.get().missing(manifest);
                findings.add(Words.note("dropped", fileName, name));
                findings.addAll(missing);
            } else {
                findings.addAll(imports.get().missing(manifest));
            }
        }
        return findings;
    }

    /** Symbolic names of what lies in the folder. */
    List<String> names() {
        return jars().stream()
                .map(FolderExaminer::manifest)
                .map(FolderExaminer::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private List<Path> jars() {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
                found.forEach(files::add);
            } catch (IOException e) {
                return List.of();
            }
        }
        return files;
    }

    private static String name(Map<String, String> manifest) {
        return manifest.getOrDefault("Bundle-SymbolicName", "").split(";", 2)[0].strip();
    }

    private static Map<String, String> manifest(Path file) {
        Map<String, String> headers = new LinkedHashMap<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest != null) {
                manifest.getMainAttributes()
                        .forEach((key, value) -> headers.put(String.valueOf(key), String.valueOf(value)));
            }
        } catch (IOException e) {
            return Map.of();
        }
        return headers;
    }
}
