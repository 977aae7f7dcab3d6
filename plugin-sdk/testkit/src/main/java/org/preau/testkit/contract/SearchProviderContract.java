package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.UserContext;
import org.preau.api.base.Page;
import org.preau.api.base.Profile;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;
import org.preau.testkit.FakePortal;

/** What every search provider obeys: whatever is typed by whomever, it answers with well-formed results, no more than asked for. */
public abstract class SearchProviderContract {
    private static final List<String> TYPED =
            List.of("le", "école", "ECOLE", "50 %", "_'\"\\;--", "a b c d e f", "zzzzzz");
    private static final int MOST = 3;

    /** The portal that the provider runs in; a new one for each test. */
    protected final FakePortal portal = FakePortal.open();

    /** The provider, made with the services of {@link #portal}. */
    protected abstract SearchProvider provider();

    /** Closes the portal. */
    @AfterEach
    protected void closePortal() {
        portal.close();
    }

    /** Its id is a word; its name is there in both languages. */
    @Test
    protected void namesItself() {
        assertThat(provider().id()).as("the id").matches("[a-z][a-z0-9-]*");
        Said.inBothLanguages("the name", provider().name());
    }

    /** Whatever is typed, nobody meets a failure, nor more results than asked for. */
    @Test
    protected void answersWhateverIsTyped() {
        SearchProvider provider = provider();
        for (Profile profile : Profile.values()) {
            UserContext user = portal.user(profile, Locale.FRENCH);
            if (provider.serves(user)) {
                for (String words : TYPED) {
                    String what = "the results of '" + words + "' for " + profile;
                    assertThatCode(() -> check(what, provider.search(user, words, MOST)))
                            .as(what)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    private static void check(String what, Page<SearchHit> found) {
        assertThat(found.items()).as(what).hasSizeLessThanOrEqualTo(MOST);
        assertThat(found.total())
                .as("how many there are, " + what)
                .isGreaterThanOrEqualTo(found.items().size());
        found.items().forEach(hit -> Said.whole(what, hit.title()));
    }
}
