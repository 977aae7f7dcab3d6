package org.preau.apps.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;

/** Finds people whom the user may see: the directory knows which. */
@Component
public final class PeopleSearch implements SearchProvider {
    private static final Texts TEXTS = Texts.of(PeopleSearch.class);

    private final Directory directory;

    /** Made by the portal. */
    @Activate
    public PeopleSearch(@Reference Directory directory) {
        this.directory = directory;
    }

    @Override
    public String id() {
        return "people";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("search.name");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean serves(UserContext user) {
        return user.profile() != Profile.GUEST;
    }

    @Override
    public Page<SearchHit> search(UserContext user, String words, int most) {
        Page<PersonView> found = directory.search(user.subject(), words, Optional.empty(), PageRequest.first(most));
        return new Page<>(found.items().stream().map(PeopleSearch::hit).toList(), found.total());
    }

    private static SearchHit hit(PersonView person) {
        return new SearchHit(
                person.displayName(),
                String.join(", ", person.role()),
                "/app/people?q=" + URLEncoder.encode(person.displayName(), StandardCharsets.UTF_8));
    }
}
