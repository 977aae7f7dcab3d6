package org.preau.core.extensions;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.extension.Candidate;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.ExtensionState;
import org.preau.api.extension.Installation;
import org.preau.api.extension.InstallationListener;
import org.preau.api.extension.InstalledJar;
import org.preau.api.extension.Installer;
import org.preau.api.extension.Signature;
import org.preau.api.persistence.UnitSchemas;
import org.preau.api.storage.FileStore;
import org.preau.api.storage.StoredFile;

/** What is around the extensions, small enough to look into. */
final class Fakes {
    private Fakes() {}

    /** Installs what it is told to; tells listeners as the real one does. */
    static final class Machine implements Installer {
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
                tell(
                        Installation.Kind.RETURNED,
                        candidate,
                        candidate.objections().get(0));
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

    /** Schemas by name. */
    static final class Schemas implements UnitSchemas {
        final Set<String> there = new HashSet<>();

        @Override
        public Set<String> names() {
            return Set.copyOf(there);
        }

        @Override
        public long bytes(String unit) {
            return there.contains(unit) ? 8192 : 0;
        }

        @Override
        public void drop(String unit) {
            there.remove(unit);
        }
    }

    /** Files by owner and key. */
    static final class Files implements FileStore {
        final Set<String> keys = new java.util.TreeSet<>();

        @Override
        public StoredFile put(String owner, String key, InputStream content, long most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<InputStream> open(String owner, String key) {
            return Optional.empty();
        }

        @Override
        public Optional<StoredFile> find(String owner, String key) {
            return Optional.empty();
        }

        @Override
        public boolean delete(String owner, String key) {
            return keys.remove(owner + "/" + key);
        }

        @Override
        public List<StoredFile> list(String owner, String prefix, int most) {
            return keys.stream()
                    .filter(key -> key.startsWith(owner + "/"))
                    .map(key -> new StoredFile(owner, key.substring(owner.length() + 1), 1, Instant.EPOCH))
                    .toList();
        }

        @Override
        public long used(String owner) {
            return 0;
        }
    }

    /** Remembers acts. */
    static final class Trail implements Audit {
        final List<String> acts = new ArrayList<>();

        @Override
        public void record(Subject subject, String action, String target, Map<String, String> details) {
            acts.add((subject.isSystem() ? "system" : "admin") + " " + action + " " + target);
        }

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            throw new UnsupportedOperationException();
        }
    }

    /** One academy, and who administers it. */
    static final class Academy implements Structures, Authorisation {
        final Structure root = new Structure(UUID.randomUUID(), StructureKind.ACADEMY, "24", "Academy", "");
        final Set<Subject> administrators = new HashSet<>();

        @Override
        public List<Structure> roots() {
            return List.of(root);
        }

        @Override
        public boolean allows(Subject subject, String action, Scope target) {
            return administrators.contains(subject) && target.equals(Scope.structure(root.id()));
        }

        @Override
        public void require(Subject subject, String action, Scope target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<UUID> perimeterOf(Subject subject, String action) {
            return Set.of();
        }

        @Override
        public Optional<Structure> byId(UUID id) {
            return Optional.empty();
        }

        @Override
        public Optional<Structure> byCode(String code) {
            return Optional.empty();
        }

        @Override
        public Set<UUID> withAncestors(UUID id) {
            return Set.of(id);
        }

        @Override
        public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
            return new Page<>(List.of(), 0);
        }

        @Override
        public Page<Structure> children(UUID id, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }
}
