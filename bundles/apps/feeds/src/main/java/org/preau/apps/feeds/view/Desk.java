package org.preau.apps.feeds.view;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Subject;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.Feeds;

/** What every screen of the archives works with. */
@Component(service = Desk.class)
public final class Desk {
    private static final String READ = "feed.read";
    private static final String APPLY = "feed.apply";

    final Feeds feeds;
    final Structures structures;
    final Clock clock;
    final ZoneId zone;
    private final Authorisation authorisation;

    /** Made by the portal. */
    @Activate
    public Desk(
            @Reference Feeds feeds,
            @Reference Structures structures,
            @Reference Authorisation authorisation,
            @Reference PublicationCalendar calendar,
            @Reference Clock clock) {
        this.feeds = feeds;
        this.structures = structures;
        this.authorisation = authorisation;
        this.zone = calendar.zone();
        this.clock = clock;
    }

    /** Reads the archives for those who may look at them. */
    public Feeds feeds() {
        return feeds;
    }

    /** Whether the subject may look at archives of some academy. */
    public boolean mayRead(Subject subject) {
        return somewhere(subject, READ);
    }

    /** Whether the subject may hand in an archive. */
    boolean mayReceive(Subject subject) {
        return somewhere(subject, APPLY);
    }

    /** Whether the subject decides about this archive. */
    boolean mayDecide(Subject subject, FeedRun run) {
        return structures
                .byCode(run.academy())
                .map(academy -> authorisation.allows(subject, APPLY, Scope.structure(academy.id())))
                .orElseGet(() -> mayReceive(subject));
    }

    /** Name of an academy, its code where it is not known yet. */
    String academy(String code) {
        return structures.byCode(code).map(each -> each.name()).orElse(code);
    }

    /** Label of a feed. */
    Feeds.System system(String name) {
        return feeds.systems().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Feeds.System(name, new org.preau.api.base.LocalizedText(name, name)));
    }

    private boolean somewhere(Subject subject, String action) {
        UUID own = subject.structureId();
        return structures.roots().stream()
                        .anyMatch(root -> authorisation.allows(subject, action, Scope.structure(root.id())))
                || own != null && authorisation.allows(subject, action, Scope.structure(own));
    }
}
