package org.preau.feeds.onde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.Guardian;
import org.preau.api.directory.load.FeedRecord.Pupil;
import org.preau.api.directory.load.FeedRecord.School;
import org.preau.api.directory.load.FeedRecord.Staff;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedOptions;

class OndeFeedTest {
    private static final String PUPILS =
            "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;Adresse1;Cp1;Commune1;Pays1;"
                    + "Adresse2;Cycle;Niveau;Classe;Attestation fournie;Autorisations photos\n"
                    + "LECŒUR;;Zoë;2018-05-03;F;1 rue d'Écully;93140;BONDY;FRANCE;;CYCLE II;CP;CP A;Oui;Non\n"
                    + "N'DIAYE;MARTIN;Awa;2021-11-30;F;;;;;;CYCLE I;PS;Petits;Non;Oui\n"
                    + "LECŒUR;;Noé;2016-02-01;M;;;;;;CYCLE III;CM2;CM2 B;Oui;Oui\n";
    private static final String GUARDIANS =
            "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse;Cp;Commune;Courriel;"
                    + "Téléphone domicile;Téléphone portable;"
                    + "Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants;"
                    + "Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants\n"
                    + "Mme;LECŒUR;DURAND;Ève;1 rue d'Écully;93140;BONDY;eve@example.org;0100000000;0600000000;;LECŒUR;Zoë;CP A;;LECŒUR;Noé;CM2 B\n"
                    + "M.;;N'DIAYE;Ousmane;;;;;;;MARTIN;N'DIAYE;Awa;Petits;;;;\n";
    private static final String TEACHERS =
            "Civilité;Nom usage;Nom;Prénom;Adresse;CP;Commune;Pays;Courriel;Téléphone domicile;Téléphone portable;Directeur;Classe\n"
                    + "Mme;;PETIT;Anne;;;;;anne.petit@example.org;;;Oui;CM2 B\n"
                    + "M.;;GRAND;Luc;;;;;;;;Non;CP A\n";

    @TempDir
    Path folder;

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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-15", "UTF-16"})
    void findsOutTheEncoding(String charset) {
        assertThat(read(tables(charset)).of(Pupil.class))
                .extracting(each -> each.names().lastName())
                .contains("LECŒUR");
    }

    @Test
    void understandsHeadingsOfOtherVersionsAndOtherSeparators() {
        String other = "\uFEFFNOM DE FAMILLE,Prenom,Date de naissance,INE,Niveau,Division,UAI\n"
                + "\"LECOEUR\",Zoe,03/05/2018,030614979bt,CP,\"CP A, Mme Petit\",0774318a\n";
        CollectedSink sink = read(file("eleves.csv", other, StandardCharsets.UTF_8));
        assertThat(sink.findings).isEmpty();
        Pupil zoe = sink.of(Pupil.class).get(0);
        assertThat(zoe.ine()).isEqualTo("030614979BT");
        assertThat(zoe.classes().get(0).name()).isEqualTo("CP A, Mme Petit");
        assertThat(zoe.schools()).containsExactly("0774318A");
        assertThat(zoe.key())
                .isEqualTo(read(tables("UTF-8")).of(Pupil.class).get(0).key());
        String tabs = other.replace(',', '\t');
        assertThat(read(file("b.tsv", tabs, StandardCharsets.UTF_8)).of(Pupil.class))
                .hasSize(1);
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
    void leavesBadLinesOutAndKeepsTheOthers() {
        String bad = PUPILS
                + "SANSDATE;;Ali;;M;;;;;;;CP;CP A;;\n"
                + "FAUX;;Léa;2018-13-45;F;;;;;;;CP;CP A;;\n"
                + "LECŒUR;;Zoé;2018-05-03;F;;;;;;;CP;CP A;;\n"
                + ";;;\n"
                + "COURT;;Max;2018-01-01\n";
        CollectedSink sink = read(file("ONDE_0774318A_eleves.csv", bad, StandardCharsets.UTF_8));
        assertThat(sink.of(Pupil.class)).hasSize(4);
        assertThat(sink.findings)
                .extracting(LoadFinding::code, LoadFinding::record)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("line-left-out", "line 5"),
                        org.assertj.core.groups.Tuple.tuple("bad-date", "line 6"),
                        org.assertj.core.groups.Tuple.tuple("collision", "line 7"));
        assertThat(sink.rejected()).isFalse();
    }

    @Test
    void tellsTablesWithoutLinesAndValuesThatSwallowedSome() {
        String headings = PUPILS.substring(0, PUPILS.indexOf('\n') + 1);
        assertThat(read(file("ONDE_0774318A_eleves.csv", headings, StandardCharsets.UTF_8))
                        .codes())
                .containsExactly("no-lines");
        String swallowed = PUPILS + "GRAS;\"Le Gras;Max;2018-01-01\nPETIT;;Léa;2018-01-02\n" + "\";Ali;2018-01-03\n";
        assertThat(read(file("ONDE_0774318A_eleves.csv", swallowed, StandardCharsets.UTF_8))
                        .codes())
                .contains("several-lines");
        String vast = PUPILS + "A".repeat(9_000) + ";;Max;2018-01-01\n";
        assertThat(read(file("ONDE_0774318A_eleves.csv", vast, StandardCharsets.UTF_8))
                        .codes())
                .containsExactly("too-long");
    }

    @Test
    void refusesATableWithoutKeyColumn() {
        CollectedSink sink =
                read(file("0774318A-eleves.csv", PUPILS.replace("Date naissance", "Date"), StandardCharsets.UTF_8));
        assertThat(sink.codes()).containsExactly("missing-column");
        assertThat(sink.findings.get(0).field()).isEqualTo("dateNaissance");
    }

    @Test
    void tellsOfChildrenItDoesNotFind() {
        Path guardians = file("ONDE_0774318A_responsables.csv", GUARDIANS, StandardCharsets.UTF_8);
        CollectedSink sink = read(guardians);
        assertThat(sink.of(Guardian.class)).hasSize(2);
        assertThat(sink.codes()).containsOnly("unknown-child").hasSize(3);
        assertThat(sink.findings.get(0).record()).isEqualTo("line 2");
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

    private CollectedSink read(Path file) {
        CollectedSink sink = new CollectedSink();
        new OndeFeed("", Clock.systemUTC()).read(file, new FeedOptions(Optional.of("024")), sink);
        return sink;
    }

    private Path tables(String charset) {
        Charset letters = Charset.forName(charset);
        return zip(Map.of(
                "ONDE_0774318A/CSVExtraction-eleves.csv", PUPILS.getBytes(letters),
                "ONDE_0774318A/CSVExtraction-responsables.csv", GUARDIANS.getBytes(letters),
                "ONDE_0774318A/CSVExtraction-enseignants.csv", TEACHERS.getBytes(letters)));
    }

    private Path file(String name, String text, Charset charset) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path zip(Map<String, byte[]> files) {
        Path zip = folder.resolve("tables.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return zip;
    }
}
