package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;

/**
 * Tries every action of every bundle as every profile and every holder of a grant, in and out of perimeter. The table below is the law: a rule that is not in it fails the test, and
 * {@code docs/authorisations.md} shows the same table ({@code -Dpreau.write=true} writes it there).
 */
class AuthorisationMatrixTest {
    /**
     * Who may do what on what. Targets: 1 own class, 2 another class of the own school, A own school, G a group one is in, B and b the next school of the circonscription and its class, X own
     * circonscription, Y and C another one and its school, Z the academy. A dot: nothing.
     */
    private static final String EXPECTED =
            """
            action                | STUDENT | GUARDIAN | TEACHER | HEAD | STAFF | INSPECTOR | ADVISER | TERRITORY | GUEST | ACADEMY   | ADM@A | ADML@A | ADMC@A | ADM@B | ADM@X   | expired
            account.block         | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            account.departures    | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            account.invite        | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            account.moderate      | .       | .        | .       | .    | .     | .         | .       | .         | .     | 12ABCXYZb | 12A   | .      | .      | Bb    | 12ABXb  | .
            account.request       | .       | .        | .       | 12A  | .     | 12ABXb    | .       | 12ABXb    | .     | 12ABCXYZb | 12A   | 12A    | 12A    | Bb    | 12ABXb  | .
            communication.set     | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | .      | .      | Bb    | 12ABXb  | .
            connector.integrate   | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | .      | 12A    | Bb    | 12ABXb  | .
            connector.open        | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | 12A    | Bb    | 12ABXb  | .
            connector.request     | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | 12A    | Bb    | 12ABXb  | .
            connector.validate    | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | .      | .      | Bb    | 12ABXb  | .
            extension.manage      | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | .      | .      | Bb    | 12ABXb  | .
            feed.apply            | .       | .        | .       | .    | .     | .         | .       | .         | .     | 12ABCXYZb | 12A   | .      | .      | Bb    | 12ABXb  | .
            feed.read             | .       | .        | .       | .    | .     | .         | .       | .         | .     | 12ABCXYZb | 12A   | .      | .      | Bb    | 12ABXb  | .
            grant.give            | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            grant.read            | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            group.edit            | .       | .        | 1A      | 12A  | .     | 12ABXb    | 12ABXb  | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            news.write            | .       | .        | 1AG     | 12AG | .     | 12ABGXb   | .       | .         | .     | .         | 12AG  | 12AG   | .      | Bb    | 12ABGXb | .
            people.assign-teacher | .       | .        | 1A      | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            person.erase          | .       | .        | .       | .    | .     | .         | .       | .         | .     | 12ABCXYZb | 12A   | .      | .      | Bb    | 12ABXb  | .
            person.merge          | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            person.read           | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            plugin.release        | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | .      | .      | Bb    | 12ABXb  | .
            readiness.read        | .       | .        | .       | 12A  | .     | 12ABXb    | 12ABXb  | .         | .     | 12ABCXYZb | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            rentree.prepare       | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            security.switch       | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | .      | .      | Bb    | 12ABXb  | .
            session.revoke        | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | .      | .      | Bb    | 12ABXb  | .
            signin.renew-code     | .       | .        | .       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            signin.reset-pupil    | .       | .        | 1       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            signin.sheets         | .       | .        | 1       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            statistics.read       | .       | .        | .       | 12A  | .     | 12ABXb    | 12ABXb  | 12ABXb    | .     | 12ABCXYZb | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            structure.edit        | .       | .        | .       | .    | .     | .         | .       | .         | .     | .         | 12A   | .      | .      | Bb    | 12ABXb  | .
            toggle.set            | .       | .        | 1       | 12A  | .     | .         | .       | .         | .     | .         | 12A   | 12A    | .      | Bb    | 12ABXb  | .
            """;

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path DOCUMENT = ROOT.resolve("docs/authorisations.md");

    @Test
    void everyRuleOfTheSourcesIsTried() {
        TreeSet<String> tried = ShippedRules.onClassPath().stream()
                .map(rule -> rule.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tried)
                .describedAs("a bundle with a rule is a test dependency of this module")
                .isEqualTo(ShippedRules.inSources(ROOT.resolve("bundles")));
    }

    @Test
    void whoMayDoWhatIsAsTheTableSays() {
        assertThat(String.join("\n", actual())).isEqualTo(EXPECTED.strip());
    }

    @Test
    void theDocumentShowsTheTable() throws IOException {
        String table = markdown();
        if (Boolean.getBoolean("preau.write")) {
            Files.writeString(DOCUMENT, document(table));
        }
        assertThat(Files.readString(DOCUMENT)).contains(table);
    }

    private static List<String> actual() {
        MatrixWorld world = new MatrixWorld();
        Map<String, Subject> subjects = subjects(world);
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("action"));
        head.addAll(subjects.keySet());
        rows.add(head);
        for (Map.Entry<String, ActionRule> rule : rules().entrySet()) {
            Rules known = new Rules();
            known.addRule(rule.getValue());
            DefaultAuthorisation authorisation = new DefaultAuthorisation(known, world, world, world);
            List<String> row = new ArrayList<>(List.of(rule.getKey()));
            subjects.values().forEach(subject -> row.add(allowed(authorisation, world, subject, rule.getKey())));
            rows.add(row);
        }
        return aligned(rows);
    }

    private static Map<String, Subject> subjects(MatrixWorld world) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (Profile profile : Profile.values()) {
            subjects.put(profile.name(), world.member(profile));
        }
        for (Role role : Role.values()) {
            subjects.put(role + "@A", world.holder(role, "A", null));
        }
        subjects.put("ADM@B", world.holder(Role.ADM, "B", MatrixWorld.TODAY));
        subjects.put("ADM@X", world.holder(Role.ADM, "X", null));
        subjects.put("expired", world.holder(Role.ADM, "X", MatrixWorld.TODAY.minusDays(1)));
        return subjects;
    }

    private static Map<String, ActionRule> rules() {
        Map<String, ActionRule> rules = new TreeMap<>();
        for (ActionRule rule : ShippedRules.onClassPath()) {
            assertThat(rules.put(rule.action(), rule))
                    .describedAs(rule.action())
                    .isNull();
        }
        return rules;
    }

    private static String allowed(
            DefaultAuthorisation authorisation, MatrixWorld world, Subject subject, String action) {
        StringBuilder letters = new StringBuilder();
        for (Map.Entry<String, Scope> target : new TreeMap<>(world.targets).entrySet()) {
            if (authorisation.allows(subject, action, target.getValue())) {
                letters.append(target.getKey());
            }
        }
        return letters.isEmpty() ? "." : letters.toString();
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        rows.forEach(
                row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(i == 0 ? "" : " | ").append(String.format("%-" + widths[i] + "s", row.get(i)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String markdown() {
        List<String> lines = new ArrayList<>();
        for (String line : EXPECTED.strip().split("\n")) {
            lines.add("| " + line.replaceAll(" +\\| +", " | ").strip() + " |");
        }
        String rule = "|" + " --- |".repeat(lines.get(0).split("\\|").length - 1);
        lines.add(1, rule);
        return String.join("\n", lines);
    }

    private static String document(String table) {
        return """
                # Who may do what

                Every access goes through `api/authorisation`; it says no unless an `ActionRule` of a bundle says yes. This table is the expectation of `AuthorisationMatrixTest`, which tries each action as
                each profile and as holders of grants, and fails when a rule is not in it. To write it again: the test with `-Dpreau.write=true`.

                Targets: 1 own class, 2 another class of the own school, A own school, G a group one is in, B and b the next school of the circonscription and its class, X own circonscription, Y and C
                another circonscription and its school, Z the academy; a dot: nothing. Pupils, guardians, teachers and staff belong to school A and its class 1; heads and guests to A; inspectors, advisers and
                collectivities to X; the academy's staff to Z. `ADM@A` holds a grant over A and belongs nowhere; `expired` held one over X until yesterday.

                """
                + table + "\n";
    }
}
