package org.preau.core.connect.services;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.core.connect.consent.Consent;
import org.preau.core.connect.consent.ConsentPage;
import org.preau.core.connect.consent.Consents;
import org.preau.core.connect.consent.Terms;
import org.preau.core.connect.consent.Wards;
import org.preau.core.connect.services.ServicesPage.Asking;

/** One service of one person, in words. */
@Component(service = ServiceLines.class)
public final class ServiceLines {
    private static final Texts TEXTS = Texts.of(ServiceLines.class);

    private final Consents consents;
    private final ConnectorCatalogue catalogue;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public ServiceLines(@Reference Consents consents, @Reference ConnectorCatalogue catalogue, @Reference Clock clock) {
        this.consents = consents;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A service that the person gets now; nothing for one that nobody was asked about yet, unless he is a child of the viewer's. */
    Stream<Map<String, Object>> of(Asking asking, Connector connector) {
        Optional<Terms> terms = consents.terms(connector);
        Consent decision = asking.decision(connector.id());
        if (terms.isEmpty()) {
            return connector.category() == 5
                    ? Stream.empty()
                    : Stream.of(line(
                            asking,
                            connector,
                            TEXTS.text(asking.locale(), "services.receives." + connector.category())));
        }
        Agreement now = decision == null ? Agreement.NONE : decision.under(terms.get());
        if (decision == null && asking.own()) {
            return Stream.empty();
        }
        Map<String, Object> line = line(asking, connector, received(now, terms.get(), asking.locale()));
        boolean decides = !asking.own() || Wards.decidesForHimself(asking.session());
        boolean given = now.state() == Agreement.State.GIVEN;
        line.put("pending", decides && !asking.own() && now.equals(Agreement.NONE) && !withdrawn(decision));
        line.put("asked", asking.asked().contains(connector.id()));
        line.put("decided", decided(asking, decision, now));
        line.put("withdrawable", decides && given);
        line.put("page", decides ? page(asking, connector) : "");
        line.put("again", decides && !given);
        line.put("change", decides && given);
        return Stream.of(line);
    }

    /** A service that is gone, or that the person does not get any more: what was given can still be taken back. */
    Stream<Map<String, Object>> gone(Asking asking, Consent decision) {
        if (decision.state() != Consent.State.GIVEN) {
            return Stream.empty();
        }
        String name = catalogue
                .byId(decision.connector())
                .map(connector -> connector.name().in(asking.locale()))
                .orElse(decision.connector());
        Map<String, Object> line = blank(asking, decision.connector(), name);
        line.put("receives", TEXTS.text(asking.locale(), "services.gone"));
        line.put("withdrawable", !asking.own() || Wards.decidesForHimself(asking.session()));
        return Stream.of(line);
    }

    private Map<String, Object> line(Asking asking, Connector connector, String receives) {
        Map<String, Object> line =
                blank(asking, connector.id(), connector.name().in(asking.locale()));
        line.put("receives", receives);
        return line;
    }

    private static Map<String, Object> blank(Asking asking, String id, String name) {
        Map<String, Object> line = new HashMap<>();
        line.put("id", id);
        line.put("name", name);
        line.put("child", asking.own() ? "" : asking.person().toString());
        line.put("pending", false);
        line.put("asked", false);
        line.put("decided", "");
        line.put("withdrawable", false);
        line.put("page", "");
        line.put("again", false);
        line.put("change", false);
        return line;
    }

    private static String received(Agreement now, Terms terms, Locale locale) {
        if (now.state() != Agreement.State.GIVEN) {
            return TEXTS.text(locale, "services.receives.nothing");
        }
        String labels = terms.asks().stream()
                .filter(now.attributes()::contains)
                .map(name -> ConsentPage.label(name, locale))
                .collect(Collectors.joining(", "));
        return labels.isEmpty()
                ? TEXTS.text(locale, "services.receives.4")
                : TEXTS.text(locale, now.delivered() ? "services.delivered" : "services.next", labels);
    }

    private String decided(Asking asking, @Nullable Consent decision, Agreement now) {
        if (decision == null) {
            return "";
        }
        String day = ServicesPage.day(decision.decidedAt(), asking.locale(), clock);
        String who = asking.session().personId().equals(decision.decidedBy()) ? "you" : "other";
        String what =
                switch (now.state()) {
                    case GIVEN -> "given";
                    case REFUSED -> "refused";
                    case NOT_ASKED -> withdrawn(decision) ? "withdrawn" : "changed";
                };
        return TEXTS.text(asking.locale(), "services." + what, day, TEXTS.text(asking.locale(), "services.by." + who));
    }

    private static boolean withdrawn(@Nullable Consent decision) {
        return decision != null && decision.state() == Consent.State.WITHDRAWN;
    }

    private static String page(Asking asking, Connector connector) {
        String page = Consents.page(connector, ServicesEndpoint.PATH);
        return asking.own() ? page : page + "&child=" + asking.person();
    }
}
