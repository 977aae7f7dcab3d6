package org.example.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;
import org.preau.testkit.FakeNotifications;
import org.preau.testkit.contract.SearchProviderContract;

/** The contract of search providers, and what this one finds. */
class NotesSearchTest extends SearchProviderContract {
    private static NotesWorld world;

    @BeforeAll
    static void openDatabase() {
        world = new NotesWorld();
    }

    @AfterAll
    static void dropDatabase() {
        world.close();
    }

    @Override
    protected SearchProvider provider() {
        return new NotesSearch(world.wall(portal, new FakeNotifications()));
    }

    @Test
    void findsByWordsInAnyOrderWhateverTheirAccents() {
        Wall wall = world.wall(portal, new FakeNotifications());
        wall.write(portal.school().session(Profile.TEACHER), "Sortie au musée jeudi", Attachment.NONE);
        assertThat(provider()
                        .search(portal.user(Profile.STUDENT), "JEUDI musee", 3)
                        .items())
                .extracting(SearchHit::title)
                .containsExactly("Sortie au musée jeudi");
        assertThat(provider()
                        .search(portal.user(Profile.STUDENT), "jeudi piscine", 3)
                        .items())
                .isEmpty();
    }

    @Test
    void isNotOfferedToWhoHasNotTheApplication() {
        assertThat(provider().serves(portal.user(Profile.GUARDIAN))).isFalse();
        assertThat(provider().serves(portal.user(Profile.STUDENT))).isTrue();
    }
}
