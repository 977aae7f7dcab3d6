package org.preau.feeds.onde;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.feed.FeedOptions;

/** Tables of a school as ONDE exports them. */
abstract class OndeWorld {
    static final String PUPILS =
            "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;Adresse1;Cp1;Commune1;Pays1;"
                    + "Adresse2;Cycle;Niveau;Classe;Attestation fournie;Autorisations photos\n"
                    + "LECŒUR;;Zoë;2018-05-03;F;1 rue d'Écully;93140;BONDY;FRANCE;;CYCLE II;CP;CP A;Oui;Non\n"
                    + "N'DIAYE;MARTIN;Awa;2021-11-30;F;;;;;;CYCLE I;PS;Petits;Non;Oui\n"
                    + "LECŒUR;;Noé;2016-02-01;M;;;;;;CYCLE III;CM2;CM2 B;Oui;Oui\n";

    static final String GUARDIANS =
            "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse;Cp;Commune;Courriel;"
                    + "Téléphone domicile;Téléphone portable;"
                    + "Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants;"
                    + "Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants\n"
                    + "Mme;LECŒUR;DURAND;Ève;1 rue d'Écully;93140;BONDY;eve@example.org;0100000000;0600000000;;LECŒUR;Zoë;CP A;;LECŒUR;Noé;CM2 B\n"
                    + "M.;;N'DIAYE;Ousmane;;;;;;;MARTIN;N'DIAYE;Awa;Petits;;;;\n";

    static final String TEACHERS =
            "Civilité;Nom usage;Nom;Prénom;Adresse;CP;Commune;Pays;Courriel;Téléphone domicile;Téléphone portable;Directeur;Classe\n"
                    + "Mme;;PETIT;Anne;;;;;anne.petit@example.org;;;Oui;CM2 B\n"
                    + "M.;;GRAND;Luc;;;;;;;;Non;CP A\n";

    @TempDir
    Path folder;

    CollectedSink read(Path file) {
        CollectedSink sink = new CollectedSink();
        new OndeFeed("", Clock.systemUTC()).read(file, new FeedOptions(Optional.of("024")), sink);
        return sink;
    }

    Path tables(String charset) {
        Charset letters = Charset.forName(charset);
        return zip(Map.of(
                "ONDE_0774318A/CSVExtraction-eleves.csv", PUPILS.getBytes(letters),
                "ONDE_0774318A/CSVExtraction-responsables.csv", GUARDIANS.getBytes(letters),
                "ONDE_0774318A/CSVExtraction-enseignants.csv", TEACHERS.getBytes(letters)));
    }

    Path file(String name, String text, Charset charset) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Path zip(Map<String, byte[]> files) {
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
