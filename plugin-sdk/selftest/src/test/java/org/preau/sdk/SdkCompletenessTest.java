package org.preau.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** BOM, parent and repository say the same as the rest of the build: they stand alone, so nothing but this test keeps them right. */
class SdkCompletenessTest {
    private static final Pattern PROPERTY = Pattern.compile("<([a-z][a-z.]*\\.version)>([^<]+)</");

    @Test
    void everyContractIsInTheBomTheParentAndTheRepository() throws IOException {
        List<String> contracts;
        try (var folders = Files.list(Path.of("../../bundles/api"))) {
            contracts = folders.filter(each -> Files.exists(each.resolve("pom.xml")))
                    .map(each -> "<artifactId>preau-api-" + each.getFileName() + "</artifactId>")
                    .sorted()
                    .toList();
        }
        for (String pom : List.of("../bom/pom.xml", "../parent/pom.xml", "../repository/pom.xml")) {
            assertThat(Files.readString(Path.of(pom))).as(pom).contains(contracts);
        }
    }

    @Test
    void versionsAreThoseOfTheRootPom() throws IOException {
        Map<String, String> root = properties("../../pom.xml");
        for (String pom : List.of("../bom/pom.xml", "../parent/pom.xml")) {
            properties(pom).forEach((name, version) -> {
                if (root.containsKey(name)) {
                    assertThat(version).as(name + " in " + pom).isEqualTo(root.get(name));
                }
            });
        }
    }

    private static Map<String, String> properties(String pom) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        Matcher matcher = PROPERTY.matcher(Files.readString(Path.of(pom)));
        while (matcher.find()) {
            properties.put(matcher.group(1), matcher.group(2));
        }
        return properties;
    }
}
