package org.preau.core.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.extension.Candidate;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.InstalledJar;
import org.preau.api.extension.Installer;
import org.preau.api.extension.Signature;

/** Installs by putting files into the deploy folder and having it looked at at once. */
final class DeployInstaller implements Installer {
    private final Deployer deployer;
    private final InstalledJars installed;
    private final SignaturePolicy signatures;
    private final FolderFiles files;
    private final Path removed;
    private volatile String admitted = "";

    /**
     * Installs for this deployer.
     *
     * @param removed folder for jars that were taken away
     */
    DeployInstaller(Deployer deployer, InstalledJars installed, SignaturePolicy signatures, Path removed) {
        this.deployer = deployer;
        this.installed = installed;
        this.signatures = signatures;
        this.files = new FolderFiles(deployer.folder().path());
        this.removed = removed;
        files.recover();
    }

    /** Whether a jar was admitted by a call of {@link #install} that goes on: it is not asked for its signature again. */
    boolean admits(String hash) {
        return admitted.equals(hash);
    }

    @Override
    public List<InstalledJar> installed() {
        return installed.all();
    }

    @Override
    public Map<String, LocalizedText> refused() {
        Map<String, LocalizedText> found = new TreeMap<>();
        deployer.problems().forEach((file, why) -> found.put(String.valueOf(file.getFileName()), why));
        return found;
    }

    @Override
    public Candidate examine(Path jar, ExtensionSource source) {
        JarReading reading = JarReader.read(jar);
        if (reading instanceof JarReading.Refused refused) {
            return unusable(refused.name(), refused.why());
        }
        return reading instanceof JarReading.Plugin plugin
                ? examine(plugin.jar(), source)
                : unusable("", Words.say("jar.unreadable"));
    }

    private Candidate examine(PluginJar jar, ExtensionSource source) {
        JarHeaders headers = JarHeaders.read(jar.file());
        Signature signature = signatures.of(jar.file(), jar.hash());
        List<LocalizedText> objections = new ArrayList<>();
        Bundle running = deployer.changes().find(jar.name());
        if (PlatformBundles.closed(jar.name(), running != null && !BundleChanges.isDeployed(running))) {
            objections.add(Words.say("plan.platform", jar.name()));
        }
        signatures.objection(signature, source).ifPresent(objections::add);
        try {
            List<LocalizedText> missing;
            synchronized (deployer) {
                missing = deployer.changes().missing(jar.name(), jar.file());
            }
            if (!missing.isEmpty()) {
                objections.add(Words.around("missing", Words.join(missing)));
            }
        } catch (BundleException | IOException e) {
            objections.add(Words.plain(String.valueOf(e.getMessage())));
        }
        return new Candidate(
                jar.name(),
                jar.version().toString(),
                headers.name().isEmpty() ? jar.name() : headers.name(),
                headers.provider(),
                jar.hash(),
                running == null ? "" : running.getVersion().toString(),
                signature,
                headers.portal(),
                objections);
    }

    @Override
    public InstalledJar install(Path jar, ExtensionSource source) {
        synchronized (deployer) {
            Candidate candidate = examine(jar, source);
            if (!candidate.installable()) {
                throw new RefusedJarException(ErrorCode.INVALID_INPUT, Words.join(candidate.objections()));
            }
            Path target = deployer.folder().path().resolve(candidate.id() + ".jar");
            Set<Path> others =
                    files.of(candidate.id(), deployer.folder().scan()).keySet();
            files.hide(others);
            try {
                admitted = candidate.sha256();
                deployer.forgive(candidate.sha256());
                files.put(jar, target);
                deployer.step();
            } finally {
                admitted = "";
            }
            DeployedBundles.Entry entry = deployer.deployed().get(candidate.id());
            if (entry == null || !entry.hash().equals(candidate.sha256())) {
                LocalizedText why = deployer.problems().getOrDefault(target, Words.say("jar.unreadable"));
                FolderFiles.delete(target);
                files.show(others);
                deployer.step();
                throw new RefusedJarException(ErrorCode.CONFLICT, back(candidate, why));
            }
            files.forget(others);
            return one(candidate.id());
        }
    }

    private static LocalizedText back(Candidate candidate, LocalizedText why) {
        return candidate.running().isEmpty()
                ? Words.around("back.new", why)
                : new LocalizedText(
                        Words.say("back.update", candidate.version(), candidate.running(), why.fr())
                                .fr(),
                        Words.say("back.update", candidate.version(), candidate.running(), why.en())
                                .en());
    }

    @Override
    public void remove(String id) {
        synchronized (deployer) {
            DeployedBundles.Entry entry = deployer.deployed().get(id);
            if (entry == null) {
                throw new RefusedJarException(ErrorCode.NOT_FOUND, Words.say("gone", id));
            }
            try {
                Files.createDirectories(removed);
                Files.copy(deployer.copy(id), kept(id), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep " + id, e);
            }
            files.of(id, deployer.folder().scan()).keySet().forEach(FolderFiles::delete);
            deployer.step();
        }
    }

    @Override
    public InstalledJar restore(String id) {
        synchronized (deployer) {
            if (!id.matches("[\\w.-]+") || !Files.isReadable(kept(id))) {
                throw new RefusedJarException(ErrorCode.NOT_FOUND, Words.say("gone.kept", id));
            }
            return install(kept(id), ExtensionSource.RESTORED);
        }
    }

    @Override
    public void forget(String id) {
        if (id.matches("[\\w.-]+")) {
            FolderFiles.delete(kept(id));
        }
    }

    private Path kept(String id) {
        return removed.resolve(id + ".jar");
    }

    private InstalledJar one(String id) {
        return installed().stream()
                .filter(jar -> jar.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedJarException(ErrorCode.NOT_FOUND, Words.say("gone", id)));
    }

    private static Candidate unusable(String name, LocalizedText why) {
        return new Candidate(name, "", name, "", "", "", Signature.NONE, Set.of(), List.of(why));
    }
}
