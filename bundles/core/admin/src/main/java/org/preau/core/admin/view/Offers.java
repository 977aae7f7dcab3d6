package org.preau.core.admin.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.preau.api.app.AppCatalogue.AppStatus;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.core.admin.toggle.SqlToggles;

/** What can be switched somewhere: the applications and connectors that somebody there could have. */
final class Offers {
    private static final Set<Profile> FAMILIES = EnumSet.of(Profile.STUDENT, Profile.GUARDIAN);

    private final Desk desk;
    private final Locale locale;

    Offers(Desk desk, Locale locale) {
        this.desk = desk;
        this.locale = locale;
    }

    /** For a class, what pupils and guardians have; for a structure, everything. */
    List<Offer> at(Scope scope) {
        Set<Profile> profiles = scope.kind() == Scope.Kind.CLASS ? FAMILIES : EnumSet.allOf(Profile.class);
        List<Offer> offers = new ArrayList<>();
        for (AppStatus application : desk.applications()) {
            if (!application.state().equals("shadowed")
                    && meets(application.descriptor().audience(), profiles)) {
                add(offers, offer(application));
            }
        }
        Set<UUID> above = desk.places
                .structureOf(scope)
                .map(desk.structures::withAncestors)
                .orElse(Set.of());
        for (ConnectorStatus status : desk.connectors()) {
            Connector connector = status.connector();
            if (meets(connector.profiles(), profiles) && reaches(connector, above)) {
                add(offers, offer(connector));
            }
        }
        return offers;
    }

    /** What one profile has anywhere. */
    List<Offer> of(Profile profile, UUID structureId) {
        List<Offer> offers = new ArrayList<>();
        for (AppStatus application : desk.applications()) {
            if (!application.state().equals("shadowed")
                    && application.descriptor().audience().contains(profile)) {
                add(offers, offer(application));
            }
        }
        Set<UUID> above = desk.structures.withAncestors(structureId);
        for (ConnectorStatus status : desk.connectors()) {
            if (status.connector().profiles().contains(profile) && reaches(status.connector(), above)) {
                add(offers, offer(status.connector()));
            }
        }
        return offers;
    }

    private Offer offer(AppStatus application) {
        var descriptor = application.descriptor();
        return new Offer(
                "app:" + descriptor.id(),
                descriptor.name().in(locale),
                descriptor.description().in(locale),
                descriptor.icon());
    }

    private Offer offer(Connector connector) {
        return new Offer(
                "connector:" + connector.id(),
                connector.name().in(locale),
                connector.launchUrl().getHost() == null
                        ? ""
                        : connector.launchUrl().getHost(),
                "external-link");
    }

    private boolean reaches(Connector connector, Set<UUID> structures) {
        return connector.structures().contains("*")
                || structures.stream()
                        .flatMap(id -> desk.structures.byId(id).stream())
                        .map(Structure::code)
                        .anyMatch(connector.structures()::contains);
    }

    private static void add(List<Offer> offers, Offer offer) {
        if (!offer.item().equals(SqlToggles.CONSOLE)) {
            offers.add(offer);
        }
    }

    private static boolean meets(Set<Profile> audience, Set<Profile> profiles) {
        return audience.stream().anyMatch(profiles::contains);
    }
}
