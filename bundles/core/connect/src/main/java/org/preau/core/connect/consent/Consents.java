package org.preau.core.connect.consent;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.Connector;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.Audience;
import org.preau.core.connect.DeployedParts;

/**
 * The acts on decisions, each audited in its transaction ({@code consent.give}, {@code consent.refuse}, {@code consent.withdraw}), and whether one is missing. Who may decide for whom is known to its
 * callers: see {@link Wards}. Safe on any thread.
 */
@Component(service = Consents.class)
public final class Consents {
    private static final Texts TEXTS = Texts.of(Consents.class);

    private final DeployedParts parts;
    private final Audience audience;
    private final SqlConsents rows;
    private final Audit audit;
    private final Tx tx;

    /** Decides by these. */
    @Activate
    public Consents(
            @Reference DeployedParts parts,
            @Reference Audience audience,
            @Reference SqlConsents rows,
            @Reference Audit audit,
            @Reference(target = "(preau.unit=connect)") Tx tx) {
        this.parts = parts;
        this.audience = audience;
        this.rows = rows;
        this.audit = audit;
        this.tx = tx;
    }

    /** The convention that users of this connector are asked about; nothing if its category asks nobody or is not there. */
    public Optional<Terms> terms(Connector connector) {
        return parts.policy(connector.category()).flatMap(policy -> Terms.of(connector, policy));
    }

    /** Whether the connector's category is there to say what it asks. */
    boolean canAsk(Connector connector) {
        return parts.policy(connector.category()).isPresent();
    }

    /** The page that asks this user, or tells him that it was refused; nothing when he need not be asked or has agreed. */
    public Optional<String> pageBefore(PortalSession session, Connector connector, String back) {
        if (!audience.includes(connector, session)) {
            return Optional.empty();
        }
        return terms(connector)
                .filter(terms -> agreement(session.personId(), terms).state() != Agreement.State.GIVEN)
                .map(terms -> page(connector, back));
    }

    /** Address of the page that asks. */
    public static String page(Connector connector, String back) {
        return ConsentEndpoint.PATH + connector.id() + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    /** What holds for this person now. */
    public Agreement agreement(UUID person, Terms terms) {
        return rows.find(person, terms.connector().id())
                .map(consent -> consent.under(terms))
                .orElse(Agreement.NONE);
    }

    /**
     * The attributes of this person may leave.
     *
     * @param by who decides: himself, or a pupil's guardian
     * @throws PortalException {@code INVALID_INPUT} for an attribute that the convention does not ask for; nothing is kept then
     */
    void give(PortalSession by, UUID person, Terms terms, Set<String> attributes) {
        if (!terms.asks().containsAll(attributes)) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "consent.tampered");
        }
        act(by, person, terms, Consent.State.GIVEN, attributes, "consent.give");
    }

    /** Nothing of this person may leave. */
    void refuse(PortalSession by, UUID person, Terms terms) {
        act(by, person, terms, Consent.State.REFUSED, Set.of(), "consent.refuse");
    }

    /** What was given for this person is taken back; whether there was anything. Works for a connector that is gone, too. */
    public boolean withdraw(PortalSession by, UUID person, String connector) {
        return tx.writeSql(connection -> {
            boolean gone = rows.withdraw(person, connector, by.personId());
            if (gone) {
                audit.record(
                        by.subject(),
                        "consent.withdraw",
                        "connector:" + connector,
                        Map.of("person", person.toString()));
            }
            return gone;
        });
    }

    /** A pupil asks his guardians. */
    void ask(PortalSession pupil, Connector connector) {
        tx.writeSql(connection -> {
            if (rows.ask(pupil.personId(), connector.id())) {
                audit.record(pupil.subject(), "consent.ask", "connector:" + connector.id(), Map.of());
            }
            return 0;
        });
    }

    private void act(
            PortalSession by, UUID person, Terms terms, Consent.State state, Set<String> attributes, String action) {
        tx.writeSql(connection -> {
            rows.keep(person, terms, state, attributes, by.personId());
            Map<String, String> details = new LinkedHashMap<>();
            details.put("person", person.toString());
            details.put("attributes", String.join(",", new TreeSet<>(attributes)));
            details.put("terms", terms.digest());
            audit.record(by.subject(), action, "connector:" + terms.connector().id(), details);
            return 0;
        });
    }
}
