package org.preau.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A complete AAF archive of invented elementary schools, and the totals that the directory has once it is applied. Two editions differ in how many pupils there are and in which class each is, so that
 * applying one after the other touches everybody.
 *
 * @param edition from 0; later editions are younger
 */
record SchoolsArchive(int schools, int edition) {
    private static final int CLASSES = 5;
    private static final int FEWEST_PUPILS = 40;
    private static final int EDITIONS = 7;
    private static final int STAFF = 6;
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final String[] LEVELS = {"1121$CP", "1122$CE1", "1123$CE2", "1124$CM1", "1125$CM2"};
    private static final String[] NAMES = {"LEBŒUF", "D'ALMEIDA", "AÏT ALI", "MÜLLER", "N'DIAYE", "LE GOFF", "PETIT"};
    private static final String[] FIRST_NAMES = {"Zoë", "Noël", "Inès", "Jean-Marie", "Léa", "Aïcha", "Tom", "Maud"};

    /** Writes it into that folder. */
    Path write(Path folder) throws IOException {
        String day = FIRST.plusDays(edition).format(DateTimeFormatter.BASIC_ISO_DATE);
        Path file = folder.resolve("ENT1D." + day + "_TEST_Complet.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String kind : new String[] {"EtabEducNat", "Eleve", "PersRelEleve", "PersEducNat"}) {
                zip.putNextEntry(new ZipEntry("ENT_TEST_Complet_" + day + "_" + kind + "_0000.xml"));
                zip.write(slice(kind).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** What {@code preau:directory-totals --json} says then. */
    Map<String, Integer> totals() {
        Map<String, Integer> totals = new TreeMap<>();
        totals.put("schools", schools);
        totals.put("classes", schools * CLASSES);
        totals.put("groups", 0);
        totals.put("pupils", schools * pupils());
        totals.put("pupils_nursery", 0);
        totals.put("guardians", schools * (pupils() + families()));
        totals.put("guardian_links", schools * 2 * pupils());
        totals.put("teachers", schools * STAFF);
        totals.put("other_staff", 0);
        return totals;
    }

    /** Of one school. */
    private int pupils() {
        return FEWEST_PUPILS + 2 * (edition % EDITIONS);
    }

    /** Two children have the same mother. */
    private int families() {
        return pupils() / 2;
    }

    private String slice(String kind) {
        StringBuilder xml = new StringBuilder(1 << 20);
        String day = FIRST.plusDays(edition).format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT));
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ficAlimMENESR>\n<!-- codeAcademieExport=\"24\" -->\n")
                .append("<!-- degre=\"1D\" -->\n<!-- dateGenerationExport=\"" + day + "\" -->\n");
        for (int school = 1; school <= schools; school++) {
            switch (kind) {
                case "EtabEducNat" -> school(xml, school);
                case "Eleve" -> each(pupils(), xml, school, this::pupil);
                case "PersRelEleve" -> {
                    each(pupils(), xml, school, this::father);
                    each(families(), xml, school, this::mother);
                }
                default -> each(STAFF, xml, school, this::teacher);
            }
        }
        return xml.append("</ficAlimMENESR>\n").toString();
    }

    private interface Writer {
        void write(StringBuilder xml, int school, int number);
    }

    private static void each(int count, StringBuilder xml, int school, Writer writer) {
        for (int number = 0; number < count; number++) {
            writer.write(xml, school, number);
        }
    }

    private static void school(StringBuilder xml, int school) {
        begin(xml, "categorieStructure", "EtabEducNat", String.valueOf(school));
        attribute(xml, "ENTStructureUAI", String.format("093%04dA", school));
        attribute(xml, "ENTStructureNomCourant", "E.E.PU$ÉCOLE " + school + "$BONDY");
        end(xml);
    }

    private void pupil(StringBuilder xml, int school, int number) {
        int form = (number + edition) % CLASSES;
        begin(xml, "categoriePersonne", "Eleve", key(1, school, number));
        person(xml, number, String.format("%02d/05/%d", 1 + number % 28, 2020 - form));
        attribute(xml, "ENTEleveINE", String.format("%09dAB", school * 1000 + number));
        attribute(xml, "ENTPersonStructRattach", String.valueOf(school));
        attribute(xml, "ENTPersonClasses", school + "$$$" + (school * 10 + form) + "$Classe " + form);
        attribute(xml, "ENTEleveNiveau", LEVELS[form]);
        attribute(xml, "ENTEleveAutoriteParentale", key(3, school, number) + "$20", key(4, school, number / 2) + "$10");
        end(xml);
    }

    private void father(StringBuilder xml, int school, int number) {
        guardian(xml, key(3, school, number), number, key(1, school, number));
    }

    private void mother(StringBuilder xml, int school, int number) {
        guardian(xml, key(4, school, number), number, key(1, school, 2 * number), key(1, school, 2 * number + 1));
    }

    private static void guardian(StringBuilder xml, String key, int number, String... children) {
        begin(xml, "categoriePersonne", "PersRelEleve", key);
        person(xml, number, String.format("%02d/11/1988", 1 + number % 28));
        attribute(xml, "ENTPersRelEleveEleve", children);
        end(xml);
    }

    private void teacher(StringBuilder xml, int school, int number) {
        begin(xml, "categoriePersonne", "PersEducNat", key(5, school, number));
        person(xml, number, "01/02/1985");
        attribute(xml, "ENTPersonStructRattach", String.valueOf(school));
        attribute(xml, "ENTPersonFonctions", school + "$ENS$ENSEIGNANT$-$-");
        attribute(xml, "ENTPersonCategorieEnseignant", "O");
        end(xml);
    }

    private static String key(int kind, int school, int number) {
        return String.valueOf(kind * 10_000_000 + school * 1000 + number);
    }

    private static void person(StringBuilder xml, int number, String born) {
        attribute(xml, "ENTPersonNom", NAMES[number % NAMES.length]);
        attribute(xml, "ENTPersonPrenom", FIRST_NAMES[number / NAMES.length % FIRST_NAMES.length]);
        attribute(xml, "ENTPersonDateNaissance", born);
    }

    private static void begin(StringBuilder xml, String category, String kind, String key) {
        xml.append("<addRequest><operationalAttributes><attr name=\"" + category + "\"><value>" + kind)
                .append("</value></attr></operationalAttributes><identifier><id>" + key)
                .append("</id></identifier><attributes>\n");
    }

    private static void attribute(StringBuilder xml, String name, String... values) {
        xml.append("<attr name=\"").append(name).append("\">");
        for (String value : values) {
            xml.append("<value>").append(value).append("</value>");
        }
        xml.append("</attr>\n");
    }

    private static void end(StringBuilder xml) {
        xml.append("</attributes></addRequest>\n");
    }
}
