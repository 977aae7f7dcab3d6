package org.preau.apps.news.article;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.directory.Scope;
import org.preau.api.job.Jobs;

/** The portal's services as far as the news need them. */
final class Fakes {
    private Fakes() {}

    /** Allows what was noted. */
    static final class Allowing implements Authorisation {
        final Set<List<Object>> allowed = new HashSet<>();

        void allow(Subject subject, Scope scope) {
            allowed.add(List.of(subject, scope));
        }

        @Override
        public boolean allows(Subject subject, String action, Scope target) {
            return action.equals(WriteRule.WRITE) && allowed.contains(List.of(subject, target));
        }

        @Override
        public void require(Subject subject, String action, Scope target) {
            if (!allows(subject, action, target)) {
                throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
            }
        }

        @Override
        public Set<UUID> perimeterOf(Subject subject, String action) {
            return Set.of();
        }
    }

    /** Keeps what was published. */
    static final class Published implements Events {
        final List<PortalEvent> events = new ArrayList<>();

        @Override
        public void publish(PortalEvent event) {
            events.add(event);
        }
    }

    /** Keeps what was scheduled. */
    static final class Scheduled implements Jobs {
        final Map<String, Instant> runs = new HashMap<>();

        @Override
        public void schedule(String name, String instance, Instant at) {
            runs.put(instance, at);
        }

        @Override
        public void cancel(String name, String instance) {
            runs.remove(instance);
        }
    }

    /** Keeps the trail. */
    static final class Trail implements Audit {
        final List<String> actions = new ArrayList<>();
        final List<Map<String, String>> details = new ArrayList<>();

        @Override
        public void record(Subject subject, String action, String target, Map<String, String> more) {
            actions.add(action);
            details.add(more);
        }

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }

    /** Open from 7 to 20, every day. */
    static final class Hours implements PublicationCalendar {
        @Override
        public Instant publishAt(Instant wanted, boolean urgent) {
            var time = wanted.atZone(ZoneOffset.UTC);
            if (urgent || time.getHour() >= 7 && time.getHour() < 20) {
                return wanted;
            }
            var day = time.getHour() >= 20 ? time.toLocalDate().plusDays(1) : time.toLocalDate();
            return day.atTime(7, 0).toInstant(ZoneOffset.UTC);
        }

        @Override
        public boolean open(Profile profile, Instant at) {
            return true;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }
}
