package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.LoadFinding;

/** Why a file or an archive could not be read is said in French on French screens, the parser's own words after it. */
@Requirement("44C")
class ReasonsTest {
    @TempDir
    Path folder;

    private final MemoryDirectory directory = new MemoryDirectory(new AafFeed("24", "1D"));

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            </value>               | </valeur>           | not-well-formed | l’élément value n’est pas fermé : valeur se ferme avant lui
            BONDY                  | BON & DY            | not-well-formed | une esperluette (&) seule
            BONDY                  | BON &ecole; DY      | not-well-formed | l’entité ecole n’est pas déclarée
            BONDY                  | BON < DY            | not-well-formed | un signe « inférieur » (<) seul
            BONDY                  | BON\u0001DY         | not-well-formed | un caractère de contrôle
            <addRequest>           | <addRequest a="1" a="2"> | not-well-formed | deux fois le même attribut
            </ficAlimMENESR>       | </ficAlimMENESR><b/> | not-well-formed | plusieurs éléments racines
            </addRequest>          | </addRequest        | not-well-formed | une balise mal écrite
            <?xml                  | coucou <?xml        | not-well-formed | le fichier ne commence pas par du XML
            encoding="UTF-8"       | encoding="UTF-88"   | not-well-formed | l’encodage déclaré est inconnu
            """)
    void saysInFrenchWhatIsWrongWithAFile(String good, String bad, String code, String why) {
        LoadFinding finding =
                take(school().replaceFirst(java.util.regex.Pattern.quote(good), bad.replace("\\u0001", "\u0001")));
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.message(Locale.FRENCH)).contains(why).containsPattern("« .+ »");
        assertThat(finding.message(Locale.ENGLISH)).doesNotContain(why).containsPattern("“.+”");
    }

    @Test
    void namesTheElementInWhichAFileEnds() {
        String whole = school();
        LoadFinding finding = take(whole.substring(0, whole.indexOf("</value>")));
        assertThat(finding.message(Locale.FRENCH)).contains("le fichier s’arrête au milieu de l’élément value");
    }

    @Test
    void saysWhichLettersAreNoUtf8() {
        byte[] bytes = school().replace("BONDY", "BONDÉ").getBytes(StandardCharsets.ISO_8859_1);
        LoadFinding finding = take(bytes);
        assertThat(finding.code()).isEqualTo("bad-encoding");
        assertThat(finding.message(Locale.FRENCH)).contains("des octets qui ne sont pas de l’UTF-8");
    }

    @Test
    void saysHowAnArchiveIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(
                Archives.tgz(folder.resolve("whole.tgz"), Map.of("a.xml", school().getBytes(StandardCharsets.UTF_8))));
        byte[] wrongSum = whole.clone();
        wrongSum[wrongSum.length - 6] ^= 0x55;
        assertThat(packed(Arrays.copyOf(whole, whole.length / 2)))
                .contains("archive coupée ou abîmée", "l’archive compressée est coupée");
        assertThat(packed(wrongSum)).contains("la somme de contrôle de l’archive compressée est fausse");
        assertThat(packed("PK not a zip at all".getBytes(StandardCharsets.UTF_8)))
                .contains("l’archive zip est coupée ou abîmée");
        directory.take(folder.resolve("none.tgz"));
        assertThat(directory.findings().get(0).message(Locale.FRENCH)).contains("le fichier n’existe pas");
    }

    private String packed(byte[] bytes) throws IOException {
        directory.take(Files.write(folder.resolve("packed.tgz"), bytes));
        return directory.findings().get(0).message(Locale.FRENCH);
    }

    private LoadFinding take(String xml) {
        return take(xml.getBytes(StandardCharsets.UTF_8));
    }

    private LoadFinding take(byte[] xml) {
        Map<String, byte[]> files = Archives.files(Slice.complete(Kind.SCHOOL));
        files.replaceAll((name, bytes) -> xml);
        directory.take(Archives.tgz(folder.resolve("a.tgz"), files));
        return directory.findings().get(0);
    }

    private static String school() {
        Slice slice = Slice.complete(Kind.SCHOOL)
                .add(
                        "1",
                        Map.of(
                                "ENTStructureUAI", List.of("0930001A"),
                                "ENTStructureNomCourant", List.of("E.M.PU$LES LILAS$BONDY")));
        return new String(slice.bytes(), StandardCharsets.UTF_8);
    }
}
