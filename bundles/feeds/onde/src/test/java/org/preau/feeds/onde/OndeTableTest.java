package org.preau.feeds.onde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.directory.load.FeedRecord.Guardian;
import org.preau.api.directory.load.FeedRecord.Pupil;
import org.preau.api.directory.load.LoadFinding;

/** Tables as they come: encodings, headings, lines that are wrong. */
class OndeTableTest extends OndeWorld {
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
}
