package org.preau.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.storage.StoredFile;

class QuotaFileStoreTest {
    @TempDir
    Path folder;

    private QuotaFileStore store;

    @BeforeEach
    void store() {
        store = new QuotaFileStore("folder", 100, new FolderBackEnd(folder.resolve("files")));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(String owner, String key) throws IOException {
        try (InputStream in = store.open(owner, key).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        StoredFile put = store.put("news", "2026/photo.jpg", bytes("hello"), 50);
        assertThat(put.size()).isEqualTo(5);
        assertThat(read("news", "2026/photo.jpg")).isEqualTo("hello");
        assertThat(store.open("news", "2026/other.jpg")).isEmpty();
        assertThat(store.open("blog", "2026/photo.jpg")).isEmpty();
    }

    @Test
    void listsByPrefixInOrderAndNoMoreThanAsked() {
        Stream.of("b/2", "a/1", "b/1", "b1").forEach(key -> store.put("news", key, bytes(key), 50));
        assertThat(store.list("news", "b/", 10)).extracting(StoredFile::key).containsExactly("b/1", "b/2");
        assertThat(store.list("news", "", 3)).extracting(StoredFile::key).containsExactly("a/1", "b/1", "b/2");
    }

    @Test
    void keepsNothingOfAFileThatIsTooLarge() throws IOException {
        store.put("news", "file", bytes("first"), 50);
        assertThatThrownBy(() -> store.put("news", "file", bytes("x".repeat(51)), 50))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
        assertThat(read("news", "file")).isEqualTo("first");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void refusesMoreThanTheOwnersQuotaAndLeavesOthersAlone() {
        store.put("news", "a", bytes("x".repeat(60)), 100);
        assertThatThrownBy(() -> store.put("news", "b", bytes("x".repeat(60)), 100))
                .isInstanceOf(PortalException.class);
        store.put("blog", "b", bytes("x".repeat(60)), 100);
        store.put("news", "a", bytes("x".repeat(90)), 100);
        assertThat(store.used("news")).isEqualTo(90);
        store.delete("news", "a");
        assertThat(store.used("news")).isZero();
    }

    @Test
    void refusesKeysThatLeadElsewhere() {
        for (String key : new String[] {"../x", "a/../../x", "/etc/passwd", "a//b", ".hidden", "", "a\\b", "a b"}) {
            assertThatThrownBy(() -> store.put("news", key, bytes(""), 1))
                    .as(key)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store.open("../news", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesNoEmptyFolders() throws IOException {
        store.put("news", "a/b/c", bytes("x"), 1);
        assertThat(store.delete("news", "a/b/c")).isTrue();
        assertThat(store.delete("news", "a/b/c")).isFalse();
        try (Stream<Path> all = Files.list(folder.resolve("files"))) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void saysThatAnUnknownBackEndIsNotThere() {
        QuotaFileStore other = new QuotaFileStore("s3", 100);
        assertThat(other.health().up()).isFalse();
        assertThatThrownBy(() -> other.list("news", "", 1))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
