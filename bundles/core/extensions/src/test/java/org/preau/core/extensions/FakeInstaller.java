package org.preau.core.extensions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalException;
import org.preau.api.extension.Candidate;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.ExtensionState;
import org.preau.api.extension.Installation;
import org.preau.api.extension.InstallationListener;
import org.preau.api.extension.InstalledJar;
import org.preau.api.extension.Installer;
import org.preau.api.extension.Signature;

/** Installs what it is told to; tells listeners as the real one does. */
final class FakeInstaller implements Installer {
    /** Stands for every file when {@link #anyFile}. */
    static final Path ANY = Path.of("any");

    final Map<String, InstalledJar> jars = new java.util.TreeMap<>();
    final Map<Path, Candidate> candidates = new java.util.HashMap<>();
    final List<String> forgotten = new ArrayList<>();
    boolean anyFile;

    @Nullable
    InstallationListener listener;

    @Override
    public List<InstalledJar> installed() {
        return List.copyOf(jars.values());
    }

    @Override
    public Map<String, LocalizedText> refused() {
        return Map.of();
    }

    @Override
    public Candidate examine(Path jar, ExtensionSource source) {
        return candidates.get(anyFile ? ANY : jar);
    }

    @Override
    public InstalledJar install(Path jar, ExtensionSource source) {
        Candidate candidate = examine(jar, source);
        if (!candidate.installable()) {
            tell(Installation.Kind.RETURNED, candidate, candidate.objections().get(0));
            throw new PortalException(
                    ErrorCode.CONFLICT, candidate.objections().get(0).en(), null);
        }
        jars.put(candidate.id(), jar(candidate.id(), candidate.version()));
        tell(Installation.Kind.INSTALLED, candidate, Installation.NO_REASON);
        return jars.get(candidate.id());
    }

    @Override
    public void remove(String id) {
        InstalledJar gone = jars.remove(id);
        listener.changed(new Installation(
                Installation.Kind.REMOVED,
                id,
                gone.version(),
                gone.version(),
                id,
                id + ".jar",
                "",
                Installation.NO_REASON));
    }

    @Override
    public InstalledJar restore(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(String id) {
        forgotten.add(id);
    }

    private void tell(Installation.Kind kind, Candidate what, LocalizedText why) {
        listener.changed(new Installation(
                kind, what.id(), what.version(), "", what.name(), what.id() + ".jar", what.sha256(), why));
    }

    static InstalledJar jar(String id, String version) {
        return new InstalledJar(
                id,
                version,
                "Name of " + id,
                "",
                "",
                id + ".jar",
                "aa",
                10,
                7,
                ExtensionState.RUNNING,
                List.of(),
                Signature.NONE,
                Set.of("org.preau.api.app"));
    }
}
