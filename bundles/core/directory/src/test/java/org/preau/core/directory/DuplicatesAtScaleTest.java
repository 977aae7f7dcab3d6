package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.PeopleFilter;

class DuplicatesAtScaleTest {
    private static final String CROWD =
            """
            insert into directory.person (id, last_name, first_name, birth_date, sort_name, search)
            select gen_random_uuid(), l, f, d, l || ' ' || f, f || ' ' || l
              from (select left(md5((i / 3)::text), 7) as l, left(md5((i * 7919 % 997)::text), 6) as f,
                           date '1950-01-01' + (i * 31 % 25000) as d from generate_series(1, 100000) i) crowd
            """;

    @Test
    @Requirement("621C")
    void comparesAHundredThousandPeopleInSeconds() {
        try (World world = new World()) {
            world.pupil("10", "Rémi", "CARADEC", "2020-02-28", "1A")
                    .pupil("11", "Rémi", "CARADEC", "2020-02-28", "")
                    .feed();
            world.update(CROWD);
            world.update("analyze directory.person");
            Instant start = Instant.now();
            int all = world.identities.find(Subject.SYSTEM, Optional.empty());
            Duration whole = Duration.between(start, Instant.now());
            start = Instant.now();
            int school = world.identities.find(Subject.SYSTEM, Optional.of(world.schools.structure(TestRecords.OAKS)));
            Duration one = Duration.between(start, Instant.now());
            start = Instant.now();
            world.administration.list(Subject.SYSTEM, PeopleFilter.ALL, PageRequest.first(50));
            Duration page = Duration.between(start, Instant.now());
            System.getLogger("scale")
                    .log(System.Logger.Level.INFO, "all {0}, one school {1}, page {2}", whole, one, page);
            assertThat(all).isGreaterThanOrEqualTo(1);
            assertThat(school).isEqualTo(1);
            assertThat(whole).as("each with each would be hours").isLessThan(Duration.ofMinutes(3));
            assertThat(one).isLessThan(Duration.ofMinutes(1));
        }
    }
}
