package org.preau.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several modules are built at a time: a feature file is verified after the bundles it names only if its POM names them too. */
class FeatureOrderTest {
    private static final Path FEATURES = Path.of("../../features");

    @ParameterizedTest
    @ValueSource(strings = {"thirdparty", "portal"})
    void thePomNamesEveryBundleOfTheFeatureFile(String name) throws IOException {
        Path module = FEATURES.resolve(name);
        Set<String> bundles = found("mvn:org\\.preau/([^/<]+)/", module.resolve("src/main/feature/features.xml"));
        assertThat(bundles).isNotEmpty();
        assertThat(found("<artifactId>([^<]+)</artifactId>", module.resolve("pom.xml")))
                .containsAll(bundles);
    }

    private static Set<String> found(String pattern, Path file) throws IOException {
        Set<String> all = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
