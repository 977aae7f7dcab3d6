package org.preau.core.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeapCountTest {
    @Test
    void countsTheClassesOfAnExtensionAndTheirArrays() {
        String histogram =
                """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         12000        4567000  [B (java.base@17.0.15)
                   2:            30            960  org.example.notes.Note
                   3:             2             64  [Lorg.example.notes.Note;
                   4:             1             16  org.example.notes.Note$Line
                   5:             5            160  org.example.other.Note
                Total         12038        4568200
                """;
        assertThat(HeapCount.read(histogram, Set.of("org.example.notes.Note", "org.example.notes.Note$Line")))
                .isEqualTo(new HeapCount(3, 33, 1040));
    }

    @Test
    void asksTheRunningJvm() {
        HeapCount count = HeapCount.of(Set.of(HeapCountTest.class.getName()));
        assertThat(count.instances()).isPositive();
        assertThat(count.bytes()).isPositive();
    }

    @Test
    void aFaultConcernsAnExtensionByItsNameOrItsApplication() {
        List<String> apps = List.of("notes");
        assertThat(ExtensionReader.concerns("/app/notes/7", "org.x", apps)).isTrue();
        assertThat(ExtensionReader.concerns("notes", "org.x", apps)).isTrue();
        assertThat(ExtensionReader.concerns("org.x job", "org.x", apps)).isTrue();
        assertThat(ExtensionReader.concerns("/app/notesbook", "org.x", apps)).isFalse();
    }
}
