package org.preau.connectors.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.ConnectorTemplate;

@Requirement("3113-7")
class NativeTemplatesTest {
    private final List<ConnectorTemplate> templates = new NativeTemplates().templates();

    @Test
    void bringsEachServiceWithItsProviderAndDate() {
        assertThat(templates).hasSize(16).allSatisfy(template -> {
            assertThat(template.name().fr()).isNotBlank().doesNotContain("$");
            assertThat(template.name().en()).isNotBlank().doesNotContain("$");
            assertThat(template.offeredBy().en()).isNotBlank();
            assertThat(template.about().fr()).isNotBlank();
            assertThat(template.since()).isPresent();
            assertThat(template.category()).isBetween(1, 5);
            assertThat(template.blanks()).containsKey("structures");
            assertThat(template.blanks().values()).as(template.id()).allSatisfy(words -> {
                assertThat(words.fr()).isNotBlank().isNotEqualTo(words.en());
                assertThat(words.en()).isNotBlank();
            });
        });
    }

    @Test
    void hasPlainLinksInCategory1Only() {
        assertThat(templates)
                .allSatisfy(template -> assertThat(template.protocol().equals("link"))
                        .as(template.id())
                        .isEqualTo(template.category() == 1));
    }

    @Test
    void fillsInTheBlanksOfARegion() {
        Map<String, String> file =
                template("elea").filled(Map.of("platform", "idf-demo", "ent", "entidf", "structures", "24, 0770001A"));

        assertThat(file)
                .containsEntry("launch.url", "https://idf-demo.elea.apps.education.fr/login/index.php?multicas=entidf")
                .containsEntry("service.urls", "https://idf-demo.elea.apps.education.fr/*")
                .containsEntry("audience.structures", "24, 0770001A")
                .containsEntry("template", "elea");
    }

    @Test
    void leavesNoBlankOpen() {
        for (ConnectorTemplate template : templates) {
            Map<String, String> values = new HashMap<>();
            template.blanks().keySet().forEach(blank -> values.put(blank, "x"));
            assertThat(template.filled(values).values()).noneMatch(value -> value.contains("${"));
        }
    }

    @Test
    void theTileBearsTheNameThatWasFilledInAndTheCatalogueOneWithoutIt() {
        ConnectorTemplate portal = template("portail_collectivite");
        assertThat(portal.name().fr()).isEqualTo("Portail");
        assertThat(portal.filled(Map.of("name", "famille", "url", "https://famille.example/", "structures", "*")))
                .containsEntry("name.fr", "Portail famille");
    }

    @Test
    void refusesMissingAndStrangeValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template("elea").filled(Map.of("ent", "entidf")))
                .withMessageContaining("[platform, structures]");
        assertThatIllegalArgumentException().isThrownBy(() -> template("elea")
                .filled(Map.of("platform", "x\ncategory = 5", "ent", "e", "structures", "*")));
    }

    private ConnectorTemplate template(String id) {
        return templates.stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
