package org.preau.core.connect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.ConnectorSwitch;
import org.preau.core.connect.file.ConnectorFile;
import org.preau.core.connect.file.ConnectorFiles;

/** Files and bundles together, as they are now: of two connectors with one id the file's serves, since the operator wrote it. */
@Component(service = ConnectorRegister.class)
public final class ConnectorRegister {
    private static final Texts TEXTS = Texts.of(ConnectorRules.class);

    private final ConnectorFiles files;
    private final Declarations declarations;
    private final DeployedParts parts;
    private final ChangeNotices notices;
    private volatile @Nullable Serving known;
    private volatile @Nullable ConnectorSwitch suspensions;
    private volatile @Nullable ConnectorSource source;

    /** Merges these. */
    @Activate
    public ConnectorRegister(
            @Reference ConnectorFiles files,
            @Reference Declarations declarations,
            @Reference DeployedParts parts,
            @Reference ChangeNotices notices) {
        this.notices = notices;
        this.files = files;
        this.declarations = declarations;
        this.parts = parts;
    }

    /** How a connector is. */
    public enum State {
        /** It can be used. */
        ACTIVE,
        /** Its category or protocol is not there. */
        UNAVAILABLE,
        /** An administrator has suspended it. */
        SUSPENDED,
        /** Another with the same id serves. */
        SHADOWED,
        /** Its file or bundle is wrong. */
        INVALID;

        /** As the catalogue and the console name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A connector, or what should have become one.
     *
     * @param id its id, or what stands in its place
     * @param origin name of the file or of the bundle
     * @param version version of the bundle, {@code file} for a file, {@code request} for one that was asked for and opened
     * @param state how it is
     * @param connector the connector, unless it is invalid
     * @param findings what to mend, with the cure
     */
    public record Entry(
            String id,
            String origin,
            String version,
            State state,
            Optional<Connector> connector,
            List<ConnectorFinding> findings) {
        /** The same, refused for that reason as well. */
        Entry invalid(ConnectorFinding finding) {
            List<ConnectorFinding> all = new ArrayList<>(findings);
            all.add(finding.at(origin));
            return new Entry(id, origin, version, State.INVALID, connector, List.copyOf(all));
        }

        /** What to mend, in English. */
        public List<String> problems() {
            return findings.stream().map(ConnectorFinding::message).toList();
        }

        /** Whether it is the one that its id means. */
        public boolean serves() {
            return state == State.ACTIVE || state == State.UNAVAILABLE || state == State.SUSPENDED;
        }
    }

    /** Looks at the operator's folder again, for who asks what is wrong with it. */
    public void reread() {
        files.refresh();
    }

    /** Everything declared, in the order of ids. */
    public List<Entry> entries() {
        return now().entries();
    }

    /** What serves now: worked out when something came or went, the same object until then. */
    Serving now() {
        long count = notices.count();
        Serving there = known;
        if (there == null || there.count() != count) {
            there = Serving.of(count, read());
            known = there;
        }
        return there;
    }

    private List<Entry> read() {
        Map<String, String> origins = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        ConnectorSource opened = source;
        Stream.of(
                        files.all().stream().map(this::fromFile),
                        declarations.all().stream().map(ConnectorRegister::fromBundle),
                        (opened == null ? List.<ConnectorFile>of() : opened.all())
                                .stream().map(file -> fromFile(file, "request")))
                .flatMap(Function.identity())
                .forEach(entry -> entries.add(placed(entry, origins)));
        entries.sort(Comparator.comparing(Entry::id));
        return Namesakes.refused(entries, parts);
    }

    private Entry placed(Entry entry, Map<String, String> origins) {
        if (entry.connector().isEmpty()) {
            return entry;
        }
        String first = origins.putIfAbsent(entry.id(), entry.origin());
        if (first != null) {
            return with(
                    entry, State.SHADOWED, List.of(ConnectorFinding.of(TEXTS, "id-twice", "id", entry.id(), first)));
        }
        Connector connector = entry.connector().get();
        List<ConnectorFinding> missing = parts.missing(connector);
        List<ConnectorFinding> wrong = parts.wrong(connector);
        if (!wrong.isEmpty()) {
            return with(
                    entry,
                    State.INVALID,
                    Stream.concat(wrong.stream(), UnknownKeys.told(connector, parts).stream())
                            .toList());
        }
        if (!missing.isEmpty()) {
            return with(entry, State.UNAVAILABLE, missing);
        }
        if (suspended(connector.id())) {
            return with(entry, State.SUSPENDED, List.of(ConnectorFinding.of(TEXTS, "suspended", "")));
        }
        return with(entry, State.ACTIVE, UnknownKeys.told(connector, parts));
    }

    /** Whether an administrator has suspended that connector. */
    boolean suspended(String connector) {
        ConnectorSwitch there = suspensions;
        return there != null && there.suspended().contains(connector);
    }

    /** There while the database is: without it nothing leaves anyway. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSuspensions(ConnectorSwitch there) {
        suspensions = there;
        notices.publish("connector:suspended");
    }

    void unsetSuspensions(ConnectorSwitch gone) {
        if (Objects.equals(suspensions, gone)) {
            suspensions = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSource(ConnectorSource there) {
        source = there;
        notices.publish("connector:opened");
    }

    void unsetSource(ConnectorSource gone) {
        if (Objects.equals(source, gone)) {
            source = null;
            notices.publish("connector:opened");
        }
    }

    private static Entry with(Entry entry, State state, List<ConnectorFinding> more) {
        List<ConnectorFinding> findings = Stream.concat(
                        entry.findings().stream(), more.stream().map(finding -> finding.at(entry.origin())))
                .toList();
        return new Entry(entry.id(), entry.origin(), entry.version(), state, entry.connector(), findings);
    }

    /** A file that is wrong is looked at by its category and its protocol all the same: whoever mends it is to read everything at once. */
    private Entry fromFile(ConnectorFile file) {
        Entry entry = fromFile(file, "file");
        Set<String> said = file.findings().stream().map(ConnectorFinding::key).collect(Collectors.toSet());
        return file.sketch()
                .map(sketch -> with(
                        entry,
                        State.INVALID,
                        Stream.concat(parts.wrong(sketch).stream(), UnknownKeys.told(sketch, parts).stream())
                                .filter(finding -> !said.contains(finding.key()))
                                .toList()))
                .orElse(entry);
    }

    private static Entry fromFile(ConnectorFile file, String version) {
        return new Entry(file.id(), file.name(), version, State.INVALID, file.connector(), file.findings());
    }

    private static Entry fromBundle(Declarations.Declared declared) {
        List<ConnectorFinding> findings = declared.findings().stream()
                .map(finding -> finding.at(declared.bundle()))
                .toList();
        return new Entry(
                declared.id(), declared.bundle(), declared.version(), State.INVALID, declared.connector(), findings);
    }
}
