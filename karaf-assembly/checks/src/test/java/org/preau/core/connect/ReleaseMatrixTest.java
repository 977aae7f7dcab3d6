package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Release;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.signin.CounterRule;

/** What leaves for whom: the shipped policies over the shipped reading of the directory, for every profile, counter, category and attribute; and the page that says so. */
@Requirement({"322A", "322B", "322C", "3113-1", "3113-2", "3113-3", "3113-4", "3113-5"})
class ReleaseMatrixTest {
    /** What each category may release at most, whoever the user is (3113-1 to 5). */
    private static final Map<String, String> MOST = new LinkedHashMap<>(Map.of(
            "1", "",
            "2", "GEPU",
            "3", "IPU",
            "4", "I",
            "5, nobody asked", "",
            "5, refused", "",
            "5, next visits", "I"));

    private static final Path DOCUMENT =
            Path.of("../..").toAbsolutePath().normalize().resolve("docs/releases.md");

    private final ReleaseWorld world = new ReleaseWorld();

    @Test
    void nothingLeavesThatTheCategoryDoesNotAllow() {
        for (Profile profile : Profile.values()) {
            world.cases().forEach((name, each) -> {
                String leaves = letters(world.release(each, profile));
                String most = MOST.get(name);
                if (most != null) {
                    assertThat(Set.copyOf(characters(leaves)))
                            .as("%s, %s", profile, name)
                            .isSubsetOf(characters(most));
                }
            });
        }
    }

    @Test
    void theDocumentShowsWhatTheCodeDoes() throws IOException {
        String document = document();
        if (Boolean.getBoolean("preau.write")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    private static List<Character> characters(String text) {
        return text.chars().mapToObj(c -> (char) c).toList();
    }

    /** {@code I} the opaque identifier, {@code G} one that a whole school shares, then the attributes. */
    private static String letters(Release release) {
        StringBuilder letters = new StringBuilder();
        release.userId().ifPresent(id -> letters.append(id.equals(ReleaseWorld.OPAQUE) ? 'I' : 'G'));
        assertThat(release.attributes().getOrDefault("uid", List.of(ReleaseWorld.OPAQUE)))
                .containsExactly(ReleaseWorld.OPAQUE);
        Map<String, Character> legend = legend();
        release.attributes().keySet().stream()
                .filter(name -> !name.equals("uid"))
                .map(name -> {
                    assertThat(legend).containsKey(name);
                    return legend.get(name);
                })
                .sorted()
                .forEach(letters::append);
        return letters.toString();
    }

    private static Map<String, Character> legend() {
        Map<String, Character> legend = new LinkedHashMap<>();
        legend.put(SdetAttribute.ENT.sdetName(), 'E');
        legend.put(SdetAttribute.PROFILE.sdetName(), 'P');
        legend.put(SdetAttribute.UAI.sdetName(), 'U');
        char next = 'a';
        for (SdetAttribute attribute : SdetAttribute.values()) {
            if (!legend.containsKey(attribute.sdetName())) {
                legend.put(attribute.sdetName(), next++);
            }
        }
        return legend;
    }

    private String document() {
        List<String> lines = new ArrayList<>(List.of(
                "# What leaves for third-party services",
                "",
                "Written by `ReleaseMatrixTest` from the policies that are shipped; the test fails when this page says anything else. To write it again: the test with `-Dpreau.write=true`.",
                "",
                "Everything that leaves about a user passes the release gate (`core/connect`): audience, switches, the policy of the connector's category, agreement, audit. Protocols send what the gate gave",
                "them and nothing else: the build refuses a bundle of `sso` or `connectors` that imports the directory or asks a session for its user's name.",
                "",
                "## Who signs in where",
                "",
                "322A to 322C; on demonstration and training instances everybody has a local account.",
                ""));
        lines.addAll(counters());
        lines.addAll(List.of(
                "",
                "## What leaves",
                "",
                "For each profile and counter, by category. A convention of category 5 asks for everything here, and everything is agreed to, to show the most that can leave. What the counter proved",
                "changes nothing of what leaves.",
                ""));
        lines.addAll(matrix());
        lines.addAll(List.of("", "A dot: nothing at all.", "", "| letter | what leaves |", "| --- | --- |"));
        lines.add("| I | opaque identifier, another one at each connector, as user and as `uid` |");
        lines.add("| G | user that everybody of the profile and school shares: `National_elv@0240001A` |");
        legend().forEach((name, letter) -> lines.add("| " + letter + " | `" + name + "` |"));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> counters() {
        List<String> lines = new ArrayList<>();
        lines.add("| profile | "
                + Arrays.stream(CounterRule.values()).map(CounterRule::counter).collect(Collectors.joining(" | "))
                + " |");
        lines.add("| ---" + " | ---".repeat(CounterRule.values().length) + " |");
        for (Profile profile : Profile.values()) {
            lines.add("| " + profile + " | "
                    + Arrays.stream(CounterRule.values())
                            .map(rule -> rule.profiles().contains(profile) ? "yes" : ".")
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        return lines;
    }

    private List<String> matrix() {
        List<String> lines = new ArrayList<>();
        lines.add("| profile | counter | " + String.join(" | ", world.cases().keySet()) + " |");
        lines.add("| --- | ---" + " | ---".repeat(world.cases().size()) + " |");
        for (Profile profile : Profile.values()) {
            Map<String, CounterRule> counters = new TreeMap<>();
            for (CounterRule rule : CounterRule.values()) {
                if (rule.profiles().contains(profile)) {
                    counters.put(rule.counter(), rule);
                }
            }
            assertThat(counters).as("counters of %s", profile).isNotEmpty();
            for (String counter : counters.keySet()) {
                lines.add("| " + profile + " | " + counter + " | "
                        + world.cases().values().stream()
                                .map(each -> letters(world.release(each, profile, counter)))
                                .map(letters -> letters.isEmpty() ? "." : letters)
                                .collect(Collectors.joining(" | "))
                        + " |");
            }
        }
        return lines;
    }
}
