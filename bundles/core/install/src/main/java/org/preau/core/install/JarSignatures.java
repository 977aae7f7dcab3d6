package org.preau.core.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.api.extension.Signature;

/** Checks the signature of a whole jar: every file in it must be signed by the same somebody, and nothing that was signed may be missing. */
final class JarSignatures {
    private static final String FOLDER = "META-INF/";
    private static final Pattern SIGNATURE_FILE =
            Pattern.compile("META-INF/(SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\])*)");

    private JarSignatures() {}

    /** The verdict on a jar. */
    static Signature of(Path jar, TrustStore trust, Date now) {
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            return new Reading(file).verdict(trust, now);
        } catch (SecurityException | IOException e) {
            return broken(String.valueOf(e.getMessage()));
        }
    }

    private static Signature broken(String why) {
        return new Signature(Signature.State.BROKEN, "", why);
    }

    /** What one pass over the files of a jar finds. */
    private static final class Reading {
        private final Set<String> names = new HashSet<>();
        private final Manifest manifest;
        private boolean signatureFiles;
        private boolean covered;
        private String bare = "";
        private String twice = "";
        private Set<CodeSigner> common = Set.of();

        Reading(JarFile file) throws IOException {
            Manifest found = file.getManifest();
            manifest = found == null ? new Manifest() : found;
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (!names.add(name)) {
                    twice = name;
                }
                if (SIGNATURE_FILE.matcher(name).matches()) {
                    signatureFiles = true;
                } else if (!entry.isDirectory()
                        && !name.toUpperCase(Locale.ROOT).equals(FOLDER + "MANIFEST.MF")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                    note(name, entry.getCodeSigners());
                }
            }
        }

        private void note(String name, CodeSigner @org.jspecify.annotations.Nullable [] signers) {
            if (signers == null || signers.length == 0) {
                bare = name;
                return;
            }
            Set<CodeSigner> here = new LinkedHashSet<>(Arrays.asList(signers));
            if (covered) {
                here.retainAll(common);
            }
            covered = true;
            common = here;
        }

        Signature verdict(TrustStore trust, Date now) {
            if (!twice.isEmpty()) {
                return broken(twice + " is in it twice");
            }
            if (!signatureFiles || !covered && bare.isEmpty()) {
                return Signature.NONE;
            }
            if (!covered) {
                return broken("its signature does not hold: it was made with an old algorithm, or is not complete");
            }
            if (!bare.isEmpty()) {
                return broken(bare + " is not signed");
            }
            for (var entry : manifest.getEntries().entrySet()) {
                boolean digest = entry.getValue().keySet().stream()
                        .anyMatch(key -> String.valueOf(key).endsWith("-Digest"));
                if (digest && !names.contains(entry.getKey())) {
                    return broken(entry.getKey() + " was signed and is missing");
                }
            }
            return common.isEmpty() ? broken("nobody signed all of it") : signed(trust, now);
        }

        private Signature signed(TrustStore trust, Date now) {
            Signature unknown = Signature.NONE;
            for (CodeSigner signer : common) {
                var path = signer.getSignerCertPath();
                String objection = trust.objection(path, now);
                String name = name((X509Certificate) path.getCertificates().get(0));
                if (objection.isEmpty()) {
                    return new Signature(Signature.State.TRUSTED, name, "");
                }
                unknown = new Signature(Signature.State.UNKNOWN, name, objection);
            }
            return unknown;
        }
    }

    private static String name(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        Matcher matcher = COMMON_NAME.matcher(subject);
        return matcher.find() ? matcher.group(1).replaceAll("\\\\(.)", "$1") : subject;
    }
}
