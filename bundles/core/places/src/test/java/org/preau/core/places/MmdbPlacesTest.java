package org.preau.core.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MmdbPlacesTest {
    @TempDir
    Path folder;

    @Test
    void tellsHowFarApartTwoNetworksAre() throws IOException {
        Path file = folder.resolve("places.mmdb");
        Files.write(
                file,
                new SmallMmdb()
                        .at(192, 0, 48.85, 2.35)
                        .at(198, 51, 43.60, 1.44)
                        .at(203, 0, -33.87, 151.21)
                        .file());
        MmdbPlaces places = new MmdbPlaces(file);

        assertThat(places.kilometresBetween("c000", "c633").orElseThrow()).isCloseTo(588, within(5.0));
        assertThat(places.kilometresBetween("c000", "cb00").orElseThrow()).isCloseTo(16_960, within(60.0));
        assertThat(places.kilometresBetween("c000", "c000").orElseThrow()).isZero();
        assertThat(places.kilometresBetween("c000", "0a00")).isEmpty();
        assertThat(places.kilometresBetween("c000", "20010db8")).isEmpty();
        assertThat(places.kilometresBetween("c000", "nothing")).isEmpty();
        places.close();
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("text.mmdb"), "no such file");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MmdbPlaces(file))
                .withMessageContaining("text.mmdb");
    }
}
