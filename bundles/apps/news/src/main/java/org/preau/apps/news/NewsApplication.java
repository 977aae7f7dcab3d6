package org.preau.apps.news;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.QuickAction;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.apps.news.article.Audience;
import org.preau.apps.news.article.Headline;
import org.preau.apps.news.article.Newsroom;
import org.preau.apps.news.view.ArticleView;
import org.preau.apps.news.view.Desk;
import org.preau.apps.news.view.EditView;
import org.preau.apps.news.view.MineView;
import org.preau.apps.news.view.NewsView;
import org.preau.apps.news.view.When;
import org.preau.apps.news.view.WriteView;

/** The news: what the school tells its pupils and their families (54H, 54I). */
@Component(service = PortalApplication.class)
public final class NewsApplication implements PortalApplication {
    private static final Texts TEXTS = Texts.of(NewsApplication.class);
    private static final int CARD = 5;
    private static final int TODAY = 3;

    private final Desk desk;

    /** Made by the portal. */
    @Activate
    public NewsApplication(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                Newsroom.APP,
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "newspaper",
                Hue.ORANGE,
                EnumSet.complementOf(EnumSet.of(Profile.GUEST)),
                10);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(
                AppView.at("", NewsView.class, view -> new NewsView(desk, view)),
                AppView.at("mine", MineView.class, view -> new MineView(desk, view)),
                AppView.at("write", WriteView.class, view -> new WriteView(desk, view)),
                AppView.at("article/:id", ArticleView.class, view -> new ArticleView(desk, view)),
                AppView.at("edit/:id", EditView.class, view -> new EditView(desk, view)));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        Audience audience = desk.audiences().addressedTo(user);
        When when = new When(desk.clock(), desk.calendar().zone(), user.locale());
        List<HomeCard.Line> lines = new ArrayList<>();
        for (Headline headline :
                desk.newsstand().headlines(audience, PageRequest.first(CARD)).items()) {
            String day = headline.publishAt() == null ? "" : when.day(headline.publishAt());
            String label = audience.label(headline.scopeId());
            lines.add(new HomeCard.Line(
                    headline.title(), label.isEmpty() ? day : label + " · " + day, "article/" + headline.id()));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeCard(TEXTS.text(user.locale(), "card.title"), lines));
    }

    @Override
    public List<TodayItem> today(UserContext user) {
        return unread(user).items().stream()
                .map(headline -> new TodayItem(TodayItem.Kind.TO_READ, headline.title(), "article/" + headline.id()))
                .toList();
    }

    @Override
    public List<QuickAction> quickActions(UserContext user) {
        Locale locale = user.locale();
        return desk.audiences().mayWrite(user)
                ? List.of(new QuickAction(TEXTS.text(locale, "action.write"), "edit", "write"))
                : List.of();
    }

    @Override
    public int badge(UserContext user) {
        return (int) unread(user).total();
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }

    private Page<Headline> unread(UserContext user) {
        return desk.newsstand()
                .unread(
                        desk.audiences().addressedTo(user),
                        desk.marks().of(user.session().accountId()),
                        TODAY);
    }
}
