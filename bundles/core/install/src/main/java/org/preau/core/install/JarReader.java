package org.preau.core.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** Reads the identity of a jar, and what speaks against deploying it, from the file alone. */
final class JarReader {
    private static final String BUILD_IT = "build it with the parent POM of plugin-sdk";

    private JarReader() {}

    /** Reads a file; one that is being written is incomplete. */
    static JarReading read(Path file) {
        Attributes headers;
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return new JarReading.Refused("", "it has no manifest: " + BUILD_IT);
            }
            headers = manifest.getMainAttributes();
        } catch (IOException e) {
            return new JarReading.Incomplete();
        }
        String symbolicName = value(headers, "Bundle-SymbolicName");
        if (symbolicName == null || !"2".equals(value(headers, "Bundle-ManifestVersion"))) {
            return new JarReading.Refused("", "it is not an OSGi bundle (no Bundle-SymbolicName): " + BUILD_IT);
        }
        String name = symbolicName.split(";", 2)[0].strip();
        String against = objection(headers);
        if (against != null) {
            return new JarReading.Refused(name, against);
        }
        return plugin(file, name, value(headers, "Bundle-Version"));
    }

    private static JarReading plugin(Path file, String name, @Nullable String written) {
        Version version;
        try {
            version = written == null ? Version.emptyVersion : Version.parseVersion(written);
        } catch (IllegalArgumentException e) {
            return new JarReading.Refused(name, "its Bundle-Version " + written + " is not a version such as 1.2.0");
        }
        try {
            long modified = Files.getLastModifiedTime(file).toMillis();
            return new JarReading.Plugin(new PluginJar(file, name, version, modified, hash(file)));
        } catch (IOException e) {
            return new JarReading.Incomplete();
        }
    }

    private static @Nullable String objection(Attributes headers) {
        if (value(headers, "Fragment-Host") != null) {
            return "a fragment changes another bundle: make it a bundle of its own";
        }
        if (value(headers, "Web-ContextPath") != null) {
            return "a web application has a context of its own: answer HTTP by an org.preau.api.http.HttpEndpoint service";
        }
        String exports = value(headers, "Export-Package");
        if (exports != null) {
            return "a plugin exports no package (" + exports.split("[;,]", 2)[0]
                    + "…): remove Export-Package, or @Version from its package-info";
        }
        String dynamic = value(headers, "DynamicImport-Package");
        if (dynamic != null && dynamic.contains("*")) {
            return "DynamicImport-Package with a wildcard ties it to other plugins: name the packages in Import-Package";
        }
        return null;
    }

    private static @Nullable String value(Attributes headers, String name) {
        String value = headers.getValue(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
