package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preau.driver.Portal;

/** The rule {@code @InProduct} of the test kit, as a plugin's author has it: in a project of his own, with the distribution named on Maven's command line. */
@Tag("chromium")
@Tag("samples")
class InProductIT {
    private static final String DEPENDENCY =
            "<dependency><groupId>org.preau</groupId><artifactId>preau-testkit-product</artifactId></dependency>";
    private static final String TESTS =
            """
            package org.example.abacus;

            import static org.assertj.core.api.Assertions.assertThat;

            import com.microsoft.playwright.Page;
            import org.junit.jupiter.api.Test;
            import org.preau.driver.Portal;
            import org.preau.testkit.product.Accessibility;
            import org.preau.testkit.product.As;
            import org.preau.testkit.product.InProduct;

            @InProduct
            class AbacusIT {
                @Test
                void isDeployed(Portal portal) {
                    assertThat(portal.json("preau:app-list --json").toString()).contains("abacus-app");
                }

                @Test
                void aPupilAndATeacherOpenIt(@As("STUDENT") Page pupil, @As("TEACHER") Page teacher) {
                    for (Page page : new Page[] {pupil, teacher}) {
                        page.navigate("/app/abacus-app");
                        page.locator("main h1").first().waitFor();
                        assertThat(page.url()).endsWith("/app/abacus-app");
                        assertThat(Accessibility.problems(page)).isEmpty();
                    }
                    assertThat(pupil.context()).isNotSameAs(teacher.context());
                }

                @Test
                void %s() {
                    assertThat("%s").isEqualTo("well");
                }
            }
            """;

    private Path project;

    @BeforeEach
    void copy() throws IOException {
        project = Path.of(System.getProperty("preau.work")).resolve("in-product");
        Plugins.copySample("abacus-app", project);
        Path pom = project.resolve("pom.xml");
        String text = Files.readString(pom);
        String with = text.contains("<dependencies>")
                ? text.replaceFirst("<dependencies>", "<dependencies>" + DEPENDENCY)
                : text.replaceFirst("</project>", "<dependencies>" + DEPENDENCY + "</dependencies></project>");
        Files.writeString(pom, with);
    }

    @Test
    void testsRunInTheDistributionWithThePluginDeployedAndPeopleSignedIn() throws IOException {
        write("isWell", "well");

        verify();

        assertThat(summary()).contains("<completed>3</completed>", "<failures>0</failures>", "<skipped>0</skipped>");
    }

    private void write(String name, String what) throws IOException {
        Files.writeString(
                project.resolve("src/test/java/org/example/abacus/AbacusIT.java"), TESTS.formatted(name, what));
    }

    private void verify() {
        Path distribution = Portal.root().resolve("karaf-assembly/distribution/target/assembly");
        MavenRun.in(project).run("verify", "-Dpreau.dist=" + distribution);
    }

    private String summary() throws IOException {
        return Files.readString(project.resolve("target/failsafe-reports/failsafe-summary.xml"));
    }
}
