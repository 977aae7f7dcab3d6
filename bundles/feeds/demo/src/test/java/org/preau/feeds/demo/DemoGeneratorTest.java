package org.preau.feeds.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.Guardian;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Pupil;
import org.preau.api.directory.load.FeedRecord.School;
import org.preau.api.directory.load.FeedRecord.Staff;

class DemoGeneratorTest {
    private final List<FeedRecord> records = new ArrayList<>();
    private final DemoCast cast = new DemoGenerator(2026, records::add).run();

    @Test
    void givesTheSameRecordsForTheSameSchoolYear() {
        List<FeedRecord> again = new ArrayList<>();
        assertThat(new DemoGenerator(2026, again::add).run()).isEqualTo(cast);

        assertThat(again).isEqualTo(records);
    }

    @Test
    void makesSixSchoolsOfOneToThirteenClassesWithAboutSixHundredPupils() {
        assertThat(of(School.class)).hasSize(6);
        assertThat(of(Pupil.class).size()).isBetween(540, 660);
        var sizes = of(Pupil.class).stream()
                .collect(Collectors.groupingBy(
                        pupil -> pupil.schools().get(0),
                        Collectors.mapping(pupil -> pupil.classes().get(0).id(), Collectors.toSet())));
        assertThat(sizes.values().stream().map(Set::size)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 13);
        assertThat(of(School.class).stream().filter(school -> !school.rpi().isEmpty()))
                .hasSize(2);
    }

    @Test
    void refersOnlyToWhatIsThere() {
        Set<String> keys = records.stream().map(FeedRecord::key).collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(records);
        for (Pupil pupil : of(Pupil.class)) {
            assertThat(pupil.guardians()).isNotEmpty();
            assertThat(keys).containsAll(pupil.schools());
            assertThat(keys)
                    .containsAll(pupil.guardians().stream()
                            .map(GuardianRef::guardian)
                            .toList());
            assertThat(pupil.nursery()).isEqualTo(List.of("PS", "MS", "GS").contains(pupil.level()));
        }
        of(Guardian.class).forEach(guardian -> assertThat(keys).containsAll(guardian.children()));
        of(Staff.class).forEach(staff -> assertThat(keys).containsAll(staff.schools()));
    }

    @Test
    void namesNoTwoPeopleAlike() {
        Set<String> names = new HashSet<>();
        for (Pupil pupil : of(Pupil.class)) {
            assertThat(names.add(pupil.names().firstName() + " " + pupil.names().lastName()))
                    .isTrue();
        }
    }

    @Test
    void hasEnoughTeachersForEveryClass() {
        for (SchoolPlan plan : SchoolPlan.ALL) {
            List<Staff> here = of(Staff.class).stream()
                    .filter(staff -> staff.schools().contains(plan.key()))
                    .toList();
            assertThat(here.stream().filter(Staff::teacher))
                    .hasSize(plan.classes().size());
            assertThat(here.stream().filter(staff -> !staff.headOf().isEmpty())).hasSize(1);
        }
    }

    @Test
    void hasAGuardianWithChildrenInTwoSchools() {
        Guardian shown = of(Guardian.class).stream()
                .filter(guardian -> guardian.names().firstName().equals(cast.guardianFirstName())
                        && guardian.names().lastName().equals(cast.guardianLastName()))
                .findFirst()
                .orElseThrow();

        assertThat(of(Pupil.class).stream()
                        .filter(pupil -> shown.children().contains(pupil.key()))
                        .map(pupil -> pupil.schools().get(0)))
                .containsExactlyInAnyOrder("E773901", "E773902");
    }

    @Test
    void writesTheCheckLetterOfAUai() {
        assertThat(Uai.of(770001)).isEqualTo("0770001" + "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(770001 % 23));
        assertThat(SchoolPlan.ALL)
                .extracting(SchoolPlan::uai)
                .doesNotHaveDuplicates()
                .allMatch(uai -> uai.matches("0\\d{6}[A-Z]"));
    }

    private <T extends FeedRecord> List<T> of(Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
