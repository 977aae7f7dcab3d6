package org.preau.core.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Subject;
import org.preau.api.statistics.Indicator;
import org.preau.api.statistics.Statistics;
import org.preau.testkit.FakeHours;
import org.preau.testkit.contract.PortalApplicationContract;

class StatisticsContractTest extends PortalApplicationContract {
    @Override
    protected PortalApplication application() {
        return new StatisticsApplication(
                new Known(), new FakeHours(), Clock.fixed(java.time.Instant.EPOCH, ZoneOffset.UTC));
    }

    private static final class Known implements Statistics {
        @Override
        public List<Indicator> indicators() {
            return List.of(new Visits());
        }

        @Override
        public List<DayValue> of(Subject viewer, String indicator, UUID structureId, LocalDate from, LocalDate to) {
            return List.of(new DayValue(from, 12), new DayValue(to, 7.5));
        }
    }

    private static final class Visits implements Indicator {
        @Override
        public String id() {
            return "visits";
        }

        @Override
        public LocalizedText name() {
            return new LocalizedText("Visites", "Visits");
        }

        @Override
        public LocalizedText explanation() {
            return new LocalizedText("Par jour", "By day");
        }

        @Override
        public Map<UUID, Double> values(LocalDate day) {
            return Map.of();
        }
    }
}
