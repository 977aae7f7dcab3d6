package org.preau.core.connect.services;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.SqlPairwiseIdentifiers;
import org.preau.core.connect.SqlPairwiseIdentifiers.Visited;
import org.preau.core.connect.consent.Consent;
import org.preau.core.connect.consent.SqlConsents;
import org.preau.core.connect.consent.Wards;

/** What "My services" shows: for the user and each child the services of categories 2 to 5, what they receive, what was agreed to, and which questions wait. */
@Component(service = ServicesPage.class)
public final class ServicesPage {
    private static final Texts TEXTS = Texts.of(ServicesPage.class);

    private final ConnectorCatalogue catalogue;
    private final ServiceLines lines;
    private final SqlConsents consents;
    private final SqlPairwiseIdentifiers identifiers;
    private final Wards wards;
    private final Clock clock;

    /** Shows what these know. */
    @Activate
    public ServicesPage(
            @Reference ConnectorCatalogue catalogue,
            @Reference ServiceLines lines,
            @Reference SqlConsents consents,
            @Reference SqlPairwiseIdentifiers identifiers,
            @Reference Wards wards,
            @Reference Clock clock) {
        this.catalogue = catalogue;
        this.lines = lines;
        this.consents = consents;
        this.identifiers = identifiers;
        this.wards = wards;
        this.clock = clock;
    }

    /** The model of the page. */
    Map<String, Object> model(PortalSession session, Locale locale) {
        Map<UUID, List<PortalSession>> people = new LinkedHashMap<>();
        people.put(session.personId(), List.of(session));
        wards.of(session).forEach(ward -> people.computeIfAbsent(ward.personId(), unused -> new ArrayList<>())
                .add(ward));
        List<Map<String, Object>> shown = shown(session, people, locale);
        Map<String, Object> model = new HashMap<>();
        model.put("title", TEXTS.text(locale, "services.title"));
        model.put("people", shown);
        model.put("waiting", shown.stream().anyMatch(person -> Boolean.TRUE.equals(person.get("waiting"))));
        model.put("action", ServicesEndpoint.PATH);
        return model;
    }

    private List<Map<String, Object>> shown(
            PortalSession session, Map<UUID, List<PortalSession>> people, Locale locale) {
        Map<UUID, Set<String>> asked = consents.asked(people.keySet());
        Map<UUID, List<Consent>> decided =
                consents.of(people.keySet()).stream().collect(Collectors.groupingBy(Consent::personId));
        List<Visited> visits = identifiers.visitedBy(people.values().stream()
                .flatMap(List::stream)
                .map(PortalSession::accountId)
                .distinct()
                .toList());
        List<Map<String, Object>> shown = new ArrayList<>();
        people.forEach((person, sessions) -> {
            PortalSession first = sessions.get(0);
            List<Map<String, Object>> services = services(
                    new Asking(
                            session,
                            person,
                            decided.getOrDefault(person, List.of()),
                            asked.getOrDefault(person, Set.of()),
                            locale),
                    sessions,
                    visits);
            shown.add(Map.of(
                    "heading",
                    person.equals(session.personId())
                            ? TEXTS.text(locale, "services.mine")
                            : TEXTS.text(locale, "services.child", first.firstName()),
                    "services",
                    services,
                    "none",
                    services.isEmpty(),
                    "waiting",
                    services.stream().anyMatch(service -> Boolean.TRUE.equals(service.get("pending")))));
        });
        // What waits for an answer comes first.
        shown.sort(Comparator.comparing(person -> !Boolean.TRUE.equals(person.get("waiting"))));
        return shown;
    }

    /**
     * Whose services are shown, and to whom.
     *
     * @param session who looks
     * @param person whose they are
     * @param decided what was decided for him
     * @param asked connectors that he, a pupil, asked for
     * @param locale in which language
     */
    record Asking(PortalSession session, UUID person, List<Consent> decided, Set<String> asked, Locale locale) {
        boolean own() {
            return session.personId().equals(person);
        }

        @Nullable
        Consent decision(String connector) {
            return decided.stream()
                    .filter(consent -> consent.connector().equals(connector))
                    .findFirst()
                    .orElse(null);
        }
    }

    private List<Map<String, Object>> services(Asking asking, List<PortalSession> sessions, List<Visited> visits) {
        Map<String, Connector> his = new LinkedHashMap<>();
        sessions.stream()
                .flatMap(each -> catalogue.visibleTo(each).stream())
                .map(ConnectorStatus::connector)
                .filter(connector -> connector.category() > 1)
                .forEach(connector -> his.putIfAbsent(connector.id(), connector));
        Stream<Map<String, Object>> present = his.values().stream().flatMap(connector -> lines.of(asking, connector));
        Stream<Map<String, Object>> gone = asking.decided().stream()
                .filter(consent -> !his.containsKey(consent.connector()))
                .flatMap(consent -> lines.gone(asking, consent));
        return Stream.concat(present, gone)
                .map(line -> visited(line, sessions.get(0).accountId(), visits, asking.locale()))
                .sorted(Comparator.comparing(line -> !Boolean.TRUE.equals(line.get("pending"))))
                .toList();
    }

    private Map<String, Object> visited(Map<String, Object> line, UUID account, List<Visited> visits, Locale locale) {
        String last = visits.stream()
                .filter(visit ->
                        visit.accountId().equals(account) && visit.connector().equals(line.get("id")))
                .map(visit -> TEXTS.text(locale, "services.last", day(visit.last(), locale, clock)))
                .findFirst()
                .orElse("");
        line.put("last", last);
        return line;
    }

    static String day(Instant at, Locale locale, Clock clock) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(clock.getZone()));
    }
}
