package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployFolderTest {
    @TempDir
    Path home;

    @Test
    void makesTheFolderAndSeesJarsOnly() throws IOException {
        Path deploy = home.resolve("deploy");
        DeployFolder folder = new DeployFolder(deploy);
        assertThat(folder.scan()).isEmpty();

        Jars.plugin(deploy.resolve("a.jar"), "org.a", "1.0");
        Jars.plugin(deploy.resolve(".hidden.jar"), "org.b", "1.0");
        Files.writeString(deploy.resolve("x.cfg"), "a=b");
        Files.createDirectory(deploy.resolve("folder.jar"));

        assertThat(folder.scan()).containsOnlyKeys(deploy.resolve("a.jar"));
    }

    @Test
    void readsAFileAgainOnlyWhenItChanged() throws IOException {
        Path file = Jars.plugin(home.resolve("a.jar"), "org.a", "1.0");
        DeployFolder folder = new DeployFolder(home);
        JarReading first = folder.scan().get(file);

        assertThat(folder.scan().get(file)).isSameAs(first);
        Path fresh = Jars.plugin(home.resolve("b.tmp"), "org.a", "2.0");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(folder.scan().get(file)).isNotSameAs(first);
    }

    @Test
    void remembersWhatWasDeployedWithACopyToGoBackTo() throws IOException {
        Path jar = Jars.plugin(home.resolve("a.jar"), "org.a", "1.0");
        Path state = home.resolve("state");
        DeployedBundles.Entry entry = new DeployedBundles.Entry("org.a", "a | b.jar", "hash", true);
        new DeployedBundles(state).put(entry, jar);

        DeployedBundles next = new DeployedBundles(state);
        assertThat(next.all()).containsEntry("org.a", entry);
        assertThat(next.copy("org.a")).hasSameBinaryContentAs(jar);
        next.remove("org.a");
        assertThat(new DeployedBundles(state).all()).isEmpty();
        assertThat(next.copy("org.a")).doesNotExist();
    }
}
