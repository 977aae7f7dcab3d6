package org.preau.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderTest {
    private static final String MODEL =
            """
            <project>
              <parent><artifactId>preau-plugin-parent</artifactId></parent>
              <groupId>org.example</groupId><artifactId>notes</artifactId><version>1.0.0</version>
              <properties><maven.compiler.release>17</maven.compiler.release><colour>blue</colour></properties>
              <build>
                <resources>
                  <resource><filtering>true</filtering><directory>%1$s/src/main/resources</directory></resource>
                  <resource><directory>%1$s/more</directory></resource>
                </resources>
                <pluginManagement><plugins><plugin><artifactId>bnd-maven-plugin</artifactId>
                  <configuration><bnd>Not-This: 1</bnd></configuration></plugin></plugins></pluginManagement>
                <plugins>
                  <plugin><artifactId>maven-jar-plugin</artifactId></plugin>
                  <plugin>
                    <artifactId>bnd-maven-plugin</artifactId>
                    <executions><execution><configuration><bnd>-noimportjava: true</bnd></configuration></execution></executions>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    Path folder;

    @Test
    void readsWhatAffectsTheBundle() throws Exception {
        Path model = folder.resolve("model.xml");
        Files.writeString(model, MODEL.formatted(folder));
        Files.writeString(folder.resolve("bnd.bnd"), "Bundle-Category: school");
        PluginProject project = ProjectReader.parse(folder, model, "/a.jar:/b.jar");
        assertThat(project.id()).isEqualTo("notes");
        assertThat(project.name()).isEqualTo("notes");
        assertThat(project.classpath()).containsExactly(Path.of("/a.jar"), Path.of("/b.jar"));
        assertThat(project.resources())
                .containsExactly(
                        new PluginProject.Resources(folder.resolve("src/main/resources"), true),
                        new PluginProject.Resources(folder.resolve("more"), false));
        assertThat(project.bnd()).isEqualTo("-noimportjava: true\nBundle-Category: school\n");
        assertThat(project.properties())
                .containsEntry("colour", "blue")
                .containsEntry("project.groupId", "org.example");
    }
}
