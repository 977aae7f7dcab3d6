package org.preau.feeds.onde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.Guardian;
import org.preau.api.directory.load.FeedRecord.Pupil;
import org.preau.api.directory.load.FeedRecord.School;
import org.preau.api.directory.load.FeedRecord.Staff;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedOptions;

/** What is read of the tables of a school. */
class OndeFeedTest extends OndeWorld {
    @Test
    @Requirement("44A")
    void readsTheThreeTablesOfASchool() {
        CollectedSink sink = read(tables("ISO-8859-15"));
        assertThat(sink.codes()).containsExactly("teacher-classes");
        assertThat(sink.academy).isEqualTo("24");
        assertThat(sink.complete).isFalse();
        assertThat(sink.of(School.class)).extracting(School::uai).containsExactly("0774318A");
        assertThat(sink.of(Pupil.class)).hasSize(3);
        Pupil zoe = sink.of(Pupil.class).get(0);
        assertThat(zoe.names().lastName()).isEqualTo("LECŒUR");
        assertThat(zoe.birthDate()).isEqualTo(LocalDate.of(2018, 5, 3));
        assertThat(zoe.classes()).containsExactly(new FeedRecord.ClassRef("0774318A", "cpa", "CP A"));
        assertThat(zoe.raw()).containsEntry("Autorisations photos", List.of("Non"));
        Pupil awa = sink.of(Pupil.class).get(1);
        assertThat(awa.nursery()).isTrue();
        assertThat(awa.names().lastName()).isEqualTo("MARTIN");
        assertThat(awa.names().birthName()).isEqualTo("N'DIAYE");
        Guardian eve = sink.of(Guardian.class).get(0);
        assertThat(eve.children())
                .containsExactlyInAnyOrder(
                        zoe.key(), sink.of(Pupil.class).get(2).key());
        assertThat(eve.phones()).containsEntry("telephonePortable", "0600000000");
        assertThat(zoe.guardians()).extracting(FeedRecord.GuardianRef::guardian).containsExactly(eve.key());
        assertThat(sink.of(Staff.class)).extracting(Staff::headOf).containsExactly(List.of("0774318A"), List.of());
        assertThat(sink.of(Staff.class).get(1).raw()).containsEntry("classe", List.of("CP A"));
    }

    @Test
    void wantsTheUaiFromANameOrAColumn() {
        CollectedSink sink = read(file("eleves.csv", PUPILS, StandardCharsets.UTF_8));
        assertThat(sink.findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("no-uai");
            assertThat(finding.file()).isEqualTo("eleves.csv");
            assertThat(finding.message()).contains("name of the file");
        });
        assertThat(sink.records).isEmpty();
    }

    @Test
    void tellsTwoPupilsOfOneNameApartByTheirClasses() {
        String twins = PUPILS + "LECŒUR;;Zoë;2015-09-09;F;;;;;;;CM2;CM2 B;;\n";
        Path zip = zip(Map.of(
                "0774318A/eleves.csv", twins.getBytes(StandardCharsets.UTF_8),
                "0774318A/responsables.csv", GUARDIANS.getBytes(StandardCharsets.UTF_8)));
        CollectedSink sink = read(zip);
        assertThat(sink.findings).isEmpty();
        assertThat(sink.of(Guardian.class).get(0).children())
                .contains(sink.of(Pupil.class).get(0).key());
    }

    @Test
    void keepsSchoolsApart() {
        Path zip = zip(Map.of(
                "0774318A/eleves.csv", PUPILS.getBytes(StandardCharsets.UTF_8),
                "0774319B/CSVExtraction-eleves.csv", PUPILS.getBytes(StandardCharsets.UTF_8),
                "__MACOSX/0774318A/._eleves.csv", new byte[] {0}));
        CollectedSink sink = read(zip);
        assertThat(sink.of(School.class)).extracting(School::uai).containsExactly("0774318A", "0774319B");
        assertThat(sink.of(Pupil.class))
                .extracting(Pupil::key)
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void makesTheSameRecordOfTheAttributesThatWereKept() {
        OndeFeed feed = new OndeFeed("24", Clock.systemUTC());
        CollectedSink sink = read(tables("UTF-8"));
        for (Pupil pupil : sink.of(Pupil.class)) {
            assertThat(feed.form().record(RecordKind.PUPIL, pupil.key(), pupil.file(), pupil.raw()))
                    .isEqualTo(pupil);
        }
        for (Staff staff : sink.of(Staff.class)) {
            assertThat(feed.form().record(RecordKind.STAFF, staff.key(), staff.file(), staff.raw()))
                    .isEqualTo(staff);
        }
    }

    @Test
    void wantsAnAcademyAndATable() {
        CollectedSink sink = new CollectedSink();
        new OndeFeed("", Clock.systemUTC()).read(tables("UTF-8"), FeedOptions.NONE, sink);
        assertThat(sink.codes()).containsExactly("no-academy");
        assertThat(read(folder.resolve("nothing.zip")).codes()).containsExactly("bad-archive");
        assertThat(read(file("0774318A.csv", "a;b\n1;2\n", StandardCharsets.UTF_8))
                        .codes())
                .containsExactly("unexpected-file", "no-onde-file");
        assertThat(read(file("0774318A-eleves.csv", "", StandardCharsets.UTF_8)).codes())
                .containsExactly("empty-file");
    }
}
