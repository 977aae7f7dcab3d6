package org.preau.apps.feeds.view;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.signin.PortalSession;

/** The portal's services as far as the screens of the archives need them. */
final class Fakes {
    static final Structure ACADEMY =
            new Structure(UUID.randomUUID(), StructureKind.ACADEMY, "24", "Académie de Créteil", "");

    private Fakes() {}

    static Desk desk(FakeFeeds feeds, Set<String> allowed) {
        return new Desk(
                feeds,
                new OneAcademy(),
                new Allowing(allowed),
                new Calendar(),
                Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC));
    }

    static UserContext user(Locale locale) {
        return new UserContext(
                new PortalSession(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "a.b",
                        "Ada",
                        "Brun",
                        "local",
                        Instant.EPOCH,
                        new PortalSession.Context(Profile.ACADEMY, ACADEMY.id(), ACADEMY.name(), "24", null)),
                locale);
    }

    /** Keeps where the view went. */
    static final class View implements ViewContext {
        final List<String> went = new ArrayList<>();
        private final Locale locale;

        View(Locale locale) {
            this.locale = locale;
        }

        @Override
        public UserContext user() {
            return Fakes.user(locale);
        }

        @Override
        public <E extends PortalEvent> void on(Class<E> type, Consumer<E> reaction) {}

        @Override
        public void navigate(String path) {
            went.add(path);
        }

        @Override
        public void title(String title) {}
    }

    private record Allowing(Set<String> actions) implements Authorisation {
        @Override
        public boolean allows(Subject subject, String action, Scope target) {
            return actions.contains(action) && target.equals(Scope.structure(ACADEMY.id()));
        }

        @Override
        public void require(Subject subject, String action, Scope target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<UUID> perimeterOf(Subject subject, String action) {
            return new HashSet<>();
        }
    }

    private static final class Calendar implements PublicationCalendar {
        @Override
        public Instant publishAt(Instant wanted, boolean urgent) {
            return wanted;
        }

        @Override
        public boolean open(Profile profile, Instant at) {
            return true;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Paris");
        }
    }

    private static final class OneAcademy implements Structures {
        @Override
        public Optional<Structure> byId(UUID id) {
            return id.equals(ACADEMY.id()) ? Optional.of(ACADEMY) : Optional.empty();
        }

        @Override
        public Optional<Structure> byCode(String code) {
            return code.equals("24") ? Optional.of(ACADEMY) : Optional.empty();
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

        @Override
        public List<Structure> roots() {
            return List.of(ACADEMY);
        }
    }
}
