package org.preau.core.shell.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.core.shell.FakeNeighbours;

class PreferenceStoreTest {
    private final FakeNeighbours neighbours = new FakeNeighbours();
    private final PreferenceStore store = new PreferenceStore(neighbours);

    @Test
    void keepsWhatAnAccountPrefers() {
        try (TestDatabase database = TestDatabase.create()) {
            neighbours.tx = database.tx(new ShellUnit());
            UUID account = UUID.randomUUID();
            assertThat(store.of(account)).isEqualTo(Preferences.DEFAULT);

            store.save(account, Preferences.DEFAULT.withSize(150));
            store.save(account, store.of(account).withFont("dyslexic").withContrast("more"));

            assertThat(store.of(account)).isEqualTo(new Preferences("dyslexic", 150, "more"));
            assertThat(store.of(UUID.randomUUID())).isEqualTo(Preferences.DEFAULT);
        }
    }

    @Test
    void pagesLookAsAtFirstWhileTheDatabaseIsAway() {
        assertThat(store.of(UUID.randomUUID())).isEqualTo(Preferences.DEFAULT);
        store.save(UUID.randomUUID(), Preferences.DEFAULT);
    }

    @Test
    void whatIsUnknownBecomesTheDefault() {
        assertThat(new Preferences("wingdings", 999, "none")).isEqualTo(Preferences.DEFAULT);
        assertThat(Preferences.DEFAULT.attributes()).containsEntry("data-preau-size", "100");
    }
}
