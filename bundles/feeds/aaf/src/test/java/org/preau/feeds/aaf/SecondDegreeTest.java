package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.RecordKind;

/** The dialect of collèges and lycées. */
class SecondDegreeTest {
    private static final String PREFIX = "ENT2DVA-TEST";

    @TempDir
    Path folder;

    @Test
    @Requirement("44A")
    void readsPupilsGuardiansStaffAndSchools() {
        MemoryDirectory directory = new MemoryDirectory(new Aaf2dFeed("24", "1D, 2D"));
        Map<String, Integer> counts = directory.take(archive());
        assertThat(directory.findings()).isEmpty();
        assertThat(counts)
                .containsEntry("Eleve", 1)
                .containsEntry("MefEducNat", 2)
                .containsEntry("MatiereEducNat", 1);
        Map<RecordKind, Map<String, FeedRecord>> all = directory.all();
        FeedRecord.Pupil pupil = (FeedRecord.Pupil) all.get(RecordKind.PUPIL).get("10");
        assertThat(pupil.ine()).isEqualTo("030614979BT");
        assertThat(pupil.names().lastName()).isEqualTo("LECŒUR");
        assertThat(pupil.classes()).containsExactly(new FeedRecord.ClassRef("1", "6E A", "6E A"));
        assertThat(pupil.guardians()).containsExactly(new FeedRecord.GuardianRef("20", "10"));
        assertThat(pupil.schools()).containsExactly("1");
        FeedRecord.School school =
                (FeedRecord.School) all.get(RecordKind.SCHOOL).get("1");
        assertThat(school.uai()).isEqualTo("0931111C");
        assertThat(school.city()).isEqualTo("Bondy");
        FeedRecord.Staff head = (FeedRecord.Staff) all.get(RecordKind.STAFF).get("30");
        assertThat(head.headOf()).containsExactly("1");
        assertThat(head.teacher()).isFalse();
        FeedRecord.Guardian guardian =
                (FeedRecord.Guardian) all.get(RecordKind.GUARDIAN).get("20");
        assertThat(guardian.phones()).containsEntry("mobile", "0600000000");
    }

    @Test
    void isTakenOnlyWhereTheConfigurationSaysSo() {
        MemoryDirectory unset = new MemoryDirectory(new Aaf2dFeed("24", "1D"));
        unset.take(archive());
        assertThat(unset.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("wrong-degree");
            assertThat(finding.message()).contains("degrees");
        });
        MemoryDirectory first = new MemoryDirectory(new AafFeed("24", "1D,2D"));
        first.take(archive());
        assertThat(first.codes()).contains("wrong-degree").doesNotContain("missing-kind");
        assertThat(first.findings().get(first.findings().size() - 1).message()).contains("aaf2d");
    }

    @Test
    void hasItsOwnSpaceOfKeys() {
        assertThat(new Aaf2dFeed("", "").name()).isNotEqualTo(new AafFeed("", "").name());
        assertThat(new Aaf2dFeed("", "").label().fr()).contains("2d degré");
    }

    private Path archive() {
        Map<String, List<String>> name = Map.of("sn", List.of("DUPONT"), "givenName", List.of("Anne"));
        return Archives.tgz(
                folder.resolve("ENT2DVA.20261116_TEST_Complet.tgz"),
                Archives.files(
                        slice(Kind.SCHOOL)
                                .add(
                                        "1",
                                        Map.of(
                                                "ENTEtablissementUAI", List.of("0931111C"),
                                                "ENTStructureNomCourant", List.of("CLG$JEAN ZAY$BONDY"),
                                                "l", List.of("BONDY"))),
                        slice(Kind.PUPIL)
                                .add(
                                        "10",
                                        Map.of(
                                                "sn", List.of("LECŒUR"),
                                                "givenName", List.of("Zoë"),
                                                "ENTEleveINE", List.of("030614979BT"),
                                                "ENTPersonStructRattach", List.of("1"),
                                                "ENTEleveClasses", List.of("1$6E A"),
                                                "ENTElevePersRelEleve", List.of("20$10$1$1$1$1", "21$90$0$0$1$0"))),
                        slice(Kind.GUARDIAN)
                                .add(
                                        "20",
                                        Map.of(
                                                "sn", List.of("LECŒUR"),
                                                "givenName", List.of("Ève"),
                                                "mobile", List.of("0600000000"))),
                        slice(Kind.STAFF)
                                .add(
                                        "30",
                                        Map.of(
                                                "sn", List.of("DURAND"),
                                                "givenName", List.of("Paul"),
                                                "ENTPersonStructRattach", List.of("1"),
                                                "ENTPersonFonctions", List.of("1$DIR$DIRECTION$-$-"),
                                                "PersEducNatPresenceDevantEleves", List.of("N")))
                                .add("31", name),
                        slice(Kind.FORMATION)
                                .add("a", Map.of("ENTLibelleMef", List.of("6EME")))
                                .add("b", Map.of("ENTLibelleMef", List.of("5EME"))),
                        slice(Kind.SUBJECT).add("c", Map.of("ENTLibelleMatiere", List.of("MATHEMATIQUES")))));
    }

    private static Slice slice(Kind kind) {
        return new Slice(PREFIX, false, "20261116", kind).degree("2D");
    }
}
