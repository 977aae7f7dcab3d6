package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.preau.api.base.LocalizedText;
import org.preau.core.install.DeployPlan.Step;

class DeployPlanTest {
    private static final LocalizedText NOT_WHOLE = new LocalizedText("pas entier", "not whole");

    private final Map<Path, JarReading> folder = new TreeMap<>();
    private final Map<String, DeployedBundles.Entry> deployed = new TreeMap<>();
    private final Set<String> failed = new HashSet<>();

    @Test
    void deploysWhatIsNew() {
        PluginJar news = jar("a.jar", "news", "1.0", "h1");

        assertThat(plan().steps()).containsExactly(new Step.Deploy(news));
    }

    @Test
    void doesNothingWhenNothingChanged() {
        jar("a.jar", "news", "1.0", "h1");
        runs("news", "a.jar", "h1");

        assertThat(plan().steps()).isEmpty();
    }

    @Test
    void updatesByNameWhateverTheFileIsCalled() {
        runs("news", "a.jar", "h1");
        PluginJar second = jar("other.jar", "news", "2.0", "h2");

        assertThat(plan().steps()).containsExactly(new Step.Deploy(second));
    }

    @Test
    void notesAnotherFileNameOnly() {
        runs("news", "a.jar", "h1");
        PluginJar moved = jar("b.jar", "news", "1.0", "h1");

        assertThat(plan().steps()).containsExactly(new Step.Rename(moved));
    }

    @Test
    void removesWhatIsGone() {
        runs("news", "a.jar", "h1");

        assertThat(plan().steps()).containsExactly(new Step.Remove(deployed.get("news")));
    }

    @Test
    void servesTheHigherOfTwoVersionsAndReportsTheOther() {
        PluginJar lower = jar("z.jar", "news", "1.9", "h1");
        PluginJar higher = jar("a.jar", "news", "1.10", "h2");

        assertThat(plan().steps()).containsExactly(new Step.Deploy(higher));
        assertThat(plan().problems()).containsOnlyKeys(lower.file());
    }

    @Test
    void goesBackToTheLowerWhenTheHigherIsTakenAway() {
        runs("news", "a.jar", "h2");
        PluginJar lower = jar("z.jar", "news", "1.9", "h1");

        assertThat(plan().steps()).containsExactly(new Step.Deploy(lower));
    }

    @Test
    void keepsWhatRunsWhenItsFileBecameUnreadable() {
        runs("news", "a.jar", "h1");
        folder.put(Path.of("a.jar"), new JarReading.Incomplete());
        assertThat(plan().steps()).isEmpty();

        folder.put(Path.of("a.jar"), new JarReading.Refused("", NOT_WHOLE));
        assertThat(plan().steps()).isEmpty();
        assertThat(plan().problems()).containsEntry(Path.of("a.jar"), NOT_WHOLE);
    }

    @Test
    void keepsWhatRunsWhenItsUpdateFailed() {
        runs("news", "a.jar", "h1");
        jar("a.jar", "news", "2.0", "h2");
        failed.add("h2");

        assertThat(plan().steps()).isEmpty();
    }

    @Test
    void refusesThePortalsOwnBundles() {
        PluginJar core = jar("a.jar", "org.preau.core.http", "9.0", "h1");

        assertThat(plan().steps()).isEmpty();
        assertThat(plan().problems().get(core.file()).en()).contains("belongs to the portal");
    }

    @Test
    void knowsWhichNamesAreClosed() {
        assertThat(PlatformBundles.closed("org.preau.api.http", false)).isTrue();
        assertThat(PlatformBundles.closed("org.preau.core.other", false)).isTrue();
        assertThat(PlatformBundles.closed("org.preau.apps.news", true)).isFalse();
        assertThat(PlatformBundles.closed("org.preau.sso.cas", true)).isFalse();
        assertThat(PlatformBundles.closed("org.eclipse.jetty.server", true)).isTrue();
        assertThat(PlatformBundles.closed("org.example.hello", false)).isFalse();
    }

    private DeployPlan plan() {
        return DeployPlan.of(folder, deployed, failed::contains, name -> PlatformBundles.closed(name, false));
    }

    private PluginJar jar(String file, String name, String version, String hash) {
        PluginJar jar = new PluginJar(Path.of(file), name, Version.parseVersion(version), 0, hash);
        folder.put(jar.file(), new JarReading.Plugin(jar));
        return jar;
    }

    private void runs(String name, String file, String hash) {
        deployed.put(name, new DeployedBundles.Entry(name, file, hash, false));
    }
}
