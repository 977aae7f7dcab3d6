package org.preau.checks;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What the rules look at in a bundle.
 *
 * @param symbolicName its symbolic name
 * @param imports packages it imports, and whether optionally
 * @param exports packages it exports
 * @param dynamicImports its DynamicImport-Package header, or empty
 * @param components its Declarative Services descriptions, as XML
 */
record BundleFacts(
        String symbolicName,
        Map<String, Boolean> imports,
        java.util.Set<String> exports,
        String dynamicImports,
        List<String> components) {

    static BundleFacts of(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            List<String> components = file.stream()
                    .filter(entry -> entry.getName().startsWith("OSGI-INF/")
                            && entry.getName().endsWith(".xml"))
                    .map(entry -> read(file, entry))
                    .toList();
            return of(manifest, components);
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read as a bundle", e);
        }
    }

    static BundleFacts of(Manifest manifest, List<String> components) {
        Parameters imports = header(manifest, "Import-Package");
        Map<String, Boolean> imported = new TreeMap<>();
        imports.forEach((name, attributes) -> imported.put(name, "optional".equals(attributes.get("resolution:"))));
        String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
        String dynamic = manifest.getMainAttributes().getValue("DynamicImport-Package");
        return new BundleFacts(
                name == null ? "" : name.split(";", 2)[0].strip(),
                imported,
                new TreeSet<>(header(manifest, "Export-Package").keySet()),
                dynamic == null ? "" : dynamic,
                components);
    }

    private static Parameters header(Manifest manifest, String name) {
        return OSGiHeader.parseHeader(manifest.getMainAttributes().getValue(name));
    }

    private static String read(JarFile file, JarEntry entry) {
        try (InputStream in = file.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(entry.getName() + " cannot be read", e);
        }
    }
}
