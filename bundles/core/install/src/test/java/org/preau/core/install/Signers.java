package org.preau.core.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makers of extensions and their authority, made by the JDK's own tools. */
final class Signers {
    private static final String PASSWORD = "changeit";

    private final Path folder;

    Signers(Path folder) {
        this.folder = folder;
    }

    /** A maker with a certificate of his own making. */
    Signers maker(String name) {
        run(
                "keytool",
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-validity",
                "365",
                "-dname",
                "CN=" + name + ",O=Test",
                "-keystore",
                keys(name),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        writeCertificate(name);
        return this;
    }

    /** An authority. */
    Signers authority(String name) {
        run(
                "keytool",
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "bc:c",
                "-keystore",
                keys(name),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        writeCertificate(name);
        return this;
    }

    /** Has the authority certify a maker for that use ({@code codeSigning}, {@code serverAuth}). */
    Signers certify(String authority, String name, String use) {
        maker(name);
        String request = folder.resolve(name + ".csr").toString();
        run("keytool", "-certreq", "-alias", name, "-keystore", keys(name), "-storepass", PASSWORD, "-file", request);
        run(
                "keytool",
                "-gencert",
                "-alias",
                authority,
                "-keystore",
                keys(authority),
                "-storepass",
                PASSWORD,
                "-infile",
                request,
                "-outfile",
                cert(name),
                "-ext",
                "eku=" + use);
        run(
                "keytool",
                "-importcert",
                "-noprompt",
                "-alias",
                authority,
                "-keystore",
                keys(name),
                "-storepass",
                PASSWORD,
                "-file",
                cert(authority));
        run(
                "keytool",
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-keystore",
                keys(name),
                "-storepass",
                PASSWORD,
                "-file",
                cert(name));
        return this;
    }

    /** A trust store with the certificates of these. */
    Path trusting(Path store, String... names) {
        for (String name : names) {
            run(
                    "keytool",
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    name,
                    "-keystore",
                    store.toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-file",
                    cert(name));
        }
        return store;
    }

    /** Signs a jar in its place. */
    Path sign(Path jar, String name) {
        run("jarsigner", "-keystore", keys(name), "-storepass", PASSWORD, jar.toString(), name);
        return jar;
    }

    private String keys(String name) {
        return folder.resolve(name + ".keys.p12").toString();
    }

    private String cert(String name) {
        return folder.resolve(name + ".cer").toString();
    }

    private static void run(String tool, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + said);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void writeCertificate(String name) {
        run(
                "keytool",
                "-exportcert",
                "-alias",
                name,
                "-keystore",
                keys(name),
                "-storepass",
                PASSWORD,
                "-file",
                cert(name));
    }
}
