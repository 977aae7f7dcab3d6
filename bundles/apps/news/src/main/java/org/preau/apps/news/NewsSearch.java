package org.preau.apps.news;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.Texts;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;
import org.preau.apps.news.article.Audience;
import org.preau.apps.news.article.Headline;
import org.preau.apps.news.view.Desk;
import org.preau.apps.news.view.When;

/** Finds news that the user may read by their words. */
@Component
public final class NewsSearch implements SearchProvider {
    private static final Texts TEXTS = Texts.of(NewsSearch.class);

    private final Desk desk;

    /** Made by the portal. */
    @Activate
    public NewsSearch(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public String id() {
        return "news";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("search.name");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Page<SearchHit> search(UserContext user, String words, int most) {
        Audience audience = desk.audiences().addressedTo(user);
        When when = new When(desk.clock(), desk.calendar().zone(), user.locale());
        Page<Headline> found = desk.newsstand().search(audience, words, most);
        return new Page<>(
                found.items().stream()
                        .map(headline -> hit(headline, audience, when))
                        .toList(),
                found.total());
    }

    private static SearchHit hit(Headline headline, Audience audience, When when) {
        String day = headline.publishAt() == null ? "" : when.day(headline.publishAt());
        return new SearchHit(
                headline.title(),
                audience.label(headline.scopeId()) + " · " + day,
                "/app/news/article/" + headline.id());
    }
}
