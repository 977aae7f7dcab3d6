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
import org.preau.api.base.LocalizedText;

/** Reads the identity of a jar, and what speaks against deploying it, from the file alone. */
final class JarReader {
    private JarReader() {}

    /** Reads a file; one that is being written is incomplete. */
    static JarReading read(Path file) {
        Attributes headers;
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return new JarReading.Refused("", Words.say("jar.no-manifest"));
            }
            headers = manifest.getMainAttributes();
        } catch (IOException e) {
            return new JarReading.Incomplete();
        }
        String symbolicName = value(headers, "Bundle-SymbolicName");
        if (symbolicName == null || !"2".equals(value(headers, "Bundle-ManifestVersion"))) {
            return new JarReading.Refused("", Words.say("jar.no-bundle"));
        }
        String name = symbolicName.split(";", 2)[0].strip();
        LocalizedText against = objection(headers);
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
            return new JarReading.Refused(name, Words.say("jar.bad-version", String.valueOf(written)));
        }
        try {
            long modified = Files.getLastModifiedTime(file).toMillis();
            return new JarReading.Plugin(new PluginJar(file, name, version, modified, hash(file)));
        } catch (IOException e) {
            return new JarReading.Incomplete();
        }
    }

    private static @Nullable LocalizedText objection(Attributes headers) {
        if (value(headers, "Fragment-Host") != null) {
            return Words.say("jar.fragment");
        }
        if (value(headers, "Web-ContextPath") != null) {
            return Words.say("jar.web");
        }
        String exports = value(headers, "Export-Package");
        if (exports != null) {
            return Words.say("jar.exports", exports.split("[;,]", 2)[0]);
        }
        String dynamic = value(headers, "DynamicImport-Package");
        if (dynamic != null && dynamic.contains("*")) {
            return Words.say("jar.dynamic");
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
