package org.preau.api.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RandomBytesTest {
    @Test
    void neverGivesTheSameTwice() {
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            given.add(HexFormat.of().formatHex(RandomBytes.next(16)));
        }
        assertThat(given).hasSize(1_000);
    }

    @Test
    void givesMoreThanItDrawsAhead() {
        assertThat(RandomBytes.next(5_000)).hasSize(5_000).isNotEqualTo(new byte[5_000]);
        assertThat(RandomBytes.next(0)).isEmpty();
    }

    @Test
    void identifiersAreOfVersionSeven() {
        UUID id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.next()).isNotEqualTo(id);
    }
}
