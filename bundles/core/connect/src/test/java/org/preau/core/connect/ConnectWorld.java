package org.preau.core.connect;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationEvent;
import org.preau.api.base.Subject;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.persistence.Tx;
import org.preau.core.connect.consent.Consents;
import org.preau.core.connect.consent.SqlConsents;
import org.preau.core.connect.file.ConnectorFiles;
import org.preau.core.connect.member.Members;
import org.preau.core.connect.member.SqlMembers;
import org.preau.core.connect.school.AskedSchoolChoice;
import org.preau.core.connect.school.SchoolEndpoint;
import org.preau.core.connect.school.SqlAsked;
import org.preau.core.connect.suspension.SqlSuspensions;
import org.preau.core.connect.testing.FakeAddress;
import org.preau.core.connect.testing.FakeAudit;
import org.preau.core.connect.testing.FakeConfigurations;
import org.preau.core.connect.testing.FakeDirectory;
import org.preau.core.connect.testing.FakeKeys;
import org.preau.core.connect.testing.FakePages;
import org.preau.core.connect.testing.FakePeople;
import org.preau.core.connect.testing.FakeSessions;
import org.preau.core.connect.testing.FakeStructures;
import org.preau.core.connect.testing.FakeToggles;

/** This bundle's own components, wired, with a small academy around them: two schools, one below a commune. */
public final class ConnectWorld {
    public final FakeStructures structures = new FakeStructures();
    public final Structure academy = structures.add(StructureKind.ACADEMY, "24");
    public final Structure commune = structures.add(StructureKind.COMMUNE, "commune-77288", academy);
    public final Structure school = structures.add(StructureKind.SCHOOL, "0240001A", academy, commune);
    public final Structure otherSchool = structures.add(StructureKind.SCHOOL, "0240002B", academy);
    public final FakeSessions sessions = new FakeSessions();
    public final FakeDirectory directory = new FakeDirectory();
    public final FakeToggles toggles = new FakeToggles();
    public final FakeAudit audit = new FakeAudit();
    public final FakeKeys keys = new FakeKeys();
    public final FakePages pages = new FakePages();
    public final FakePeople people = new FakePeople();
    public final DirectoryAttributes attributes = new DirectoryAttributes(config("ent-24"));
    final FakeConfigurations configurations = new FakeConfigurations();
    final ChangeNotices notices = new ChangeNotices();
    public final Audience audience = new Audience();
    public final DeployedParts parts = new DeployedParts(notices);
    final Declarations declarations = new Declarations(notices);
    final ConnectorFiles files = new ConnectorFiles(configurations.service(), notices);
    public final ConnectorRegister register = new ConnectorRegister(files, declarations, parts, notices);
    public final ConnectorCatalogue catalogue = new DefaultConnectorCatalogue(register, audience);

    private @Nullable SqlSuspensions suspensions;

    /** With the protocol {@code link} and no category. */
    public ConnectWorld() {
        audience.structures = structures;
        audience.toggles = toggles;
        attributes.people = people;
        deploy(new LinkProtocol());
    }

    /** Keys and values of a sound connector file, with these changed; an empty value takes the key away. */
    public static Map<String, String> file(String... changes) {
        Map<String, String> values = new HashMap<>(Map.of(
                "name.fr", "Quiz",
                "name.en", "Quiz",
                "category", "3",
                "protocol", "cas",
                "launch.url", "https://quiz.example/start",
                "service.urls", "https://quiz.example/app/*",
                "audience.profiles", "STUDENT, TEACHER",
                "audience.structures", "*"));
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                values.remove(changes[i]);
            } else {
                values.put(changes[i], changes[i + 1]);
            }
        }
        return values;
    }

    /** Tells that something came or went. */
    public ChangeNotices notices() {
        return notices;
    }

    /** Where requests that were opened stand. */
    public void source(ConnectorSource source) {
        register.setSource(source);
    }

    /** Writes a connector file. */
    public void write(String name, Map<String, String> values) {
        tell(configurations.put(name, values), ConfigurationEvent.CM_UPDATED);
    }

    /** Deletes a connector file. */
    public void delete(String name) {
        String pid = name.substring(0, name.lastIndexOf('.'));
        configurations.remove(pid);
        tell(pid, ConfigurationEvent.CM_DELETED);
    }

    /** A bundle of a category is there. */
    public void deploy(CategoryPolicy policy) {
        parts.addPolicy(policy, Map.of("service.id", 1L));
    }

    /** A bundle of a protocol is there. */
    public void deploy(SsoProtocol protocol) {
        parts.addProtocol(protocol, Map.of("service.id", 1L));
    }

    /** The bundle of a category goes. */
    public void undeploy(CategoryPolicy policy) {
        parts.removePolicy(policy);
    }

    /** The directory's facts are there, or not. */
    public void directory(boolean there) {
        attributes.people = there ? people : null;
    }

    /** The gate over that database. */
    public ReleaseGate gate(Tx connect, Clock clock) {
        return new AuditedReleaseGate(
                catalogue,
                audience,
                parts,
                identifiers(connect, clock),
                attributes,
                choice(connect, clock),
                consents(connect, clock),
                new SqlConsents(connect, clock),
                members(connect, clock),
                suspensions(connect, clock),
                audit,
                connect);
    }

    /** The suspended connectors, over that database: the catalogue asks them from then on. */
    public SqlSuspensions suspensions(Tx connect, Clock clock) {
        SqlSuspensions there = suspensions;
        if (there == null) {
            there = new SqlSuspensions(connect, event -> {}, audit, clock);
            register.setSuspensions(there);
            suspensions = there;
        }
        return there;
    }

    /** An administrator suspends a connector, and this node hears of it. */
    public void suspend(String connector) {
        Objects.requireNonNull(suspensions).suspend(Subject.SYSTEM, connector, false);
        notices.publish("connector:" + connector);
    }

    /** The lists of members, over that database. */
    public Members members(Tx connect, Clock clock) {
        return new Members(new SqlMembers(connect, clock), new SqlConsents(connect, clock), audit, directory);
    }

    /** The identifiers given out, over that database. */
    public SqlPairwiseIdentifiers identifiers(Tx connect, Clock clock) {
        return new SqlPairwiseIdentifiers(connect, keys, clock);
    }

    /** What people agreed to, over that database. */
    public Consents consents(Tx connect, Clock clock) {
        return new Consents(parts, audience, new SqlConsents(connect, clock), audit, connect);
    }

    /** Which school a user goes to a service for, over that database. */
    public AskedSchoolChoice choice(Tx connect, Clock clock) {
        return new AskedSchoolChoice(audience, sessions, new SqlAsked(connect, clock));
    }

    /** The page that asks for it. */
    public SchoolEndpoint choicePage(AskedSchoolChoice choice) {
        return new SchoolEndpoint(choice, catalogue, sessions, pages, new FakeAddress());
    }

    private static ConnectConfig config(String ent) {
        return (ConnectConfig) java.lang.reflect.Proxy.newProxyInstance(
                ConnectWorld.class.getClassLoader(), new Class<?>[] {ConnectConfig.class}, (self, method, args) -> ent);
    }

    private void tell(String pid, int type) {
        files.configurationEvent(new ConfigurationEvent(reference(), type, null, pid));
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<org.osgi.service.cm.ConfigurationAdmin> reference() {
        return (ServiceReference<org.osgi.service.cm.ConfigurationAdmin>) java.lang.reflect.Proxy.newProxyInstance(
                ConnectWorld.class.getClassLoader(), new Class<?>[] {ServiceReference.class}, (self, method, args) -> {
                    throw new UnsupportedOperationException();
                });
    }
}
