package org.preau.apps.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.apps.feeds.view.ArchivesView;
import org.preau.apps.feeds.view.Desk;
import org.preau.apps.feeds.view.RestoreView;
import org.preau.apps.feeds.view.ReviewView;
import org.preau.apps.feeds.view.Verdict;

/** What the State's archives change in the directory, for those who answer for it (612A, 74H, 74I). It keeps nothing about anybody. */
@Component(service = PortalApplication.class)
public final class FeedsApplication implements PortalApplication {
    /** Its id. */
    static final String APP = "feeds";

    private static final Texts TEXTS = Texts.of(FeedsApplication.class);

    /** Archives on hold are settled within days: they are among the latest. */
    private static final int LATEST = 50;

    private static final int WAITING = 4;

    private final Desk desk;

    /** Made by the portal. */
    @Activate
    public FeedsApplication(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                APP,
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "database",
                Hue.TEAL,
                Set.of(Profile.ACADEMY),
                180);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(
                AppView.at("", ArchivesView.class, view -> new ArchivesView(desk, view)),
                AppView.at("archive/:id", ReviewView.class, view -> new ReviewView(desk, view)),
                AppView.at("archive/:id/restore", RestoreView.class, view -> new RestoreView(desk, view)));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        if (!desk.mayRead(user.subject())) {
            return Optional.empty();
        }
        Locale locale = user.locale();
        List<FeedRun> runs = latest(user);
        List<HomeCard.Line> lines = new ArrayList<>();
        runs.stream().filter(FeedsApplication::waits).limit(WAITING).forEach(run -> lines.add(line(run, locale)));
        runs.stream()
                .filter(run -> run.state() == FeedState.APPLIED)
                .findFirst()
                .ifPresent(run -> lines.add(line(run, locale)));
        return lines.isEmpty() ? Optional.empty() : Optional.of(new HomeCard(TEXTS.text(locale, "card.title"), lines));
    }

    @Override
    public List<TodayItem> today(UserContext user) {
        if (!desk.mayRead(user.subject())) {
            return List.of();
        }
        return latest(user).stream()
                .filter(FeedsApplication::waits)
                .limit(1)
                .map(run -> new TodayItem(
                        TodayItem.Kind.TO_DO,
                        TEXTS.text(user.locale(), "today." + run.state(), run.fileName()),
                        "archive/" + run.id()))
                .toList();
    }

    @Override
    public int badge(UserContext user) {
        return desk.mayRead(user.subject())
                ? (int) latest(user).stream().filter(FeedsApplication::waits).count()
                : 0;
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }

    private List<FeedRun> latest(UserContext user) {
        return desk.feeds().list(user.subject(), PageRequest.first(LATEST)).items();
    }

    private static boolean waits(FeedRun run) {
        return run.state() == FeedState.HELD || run.state() == FeedState.CHECKED;
    }

    private static HomeCard.Line line(FeedRun run, Locale locale) {
        String sentence = Verdict.of(run, new Page<>(List.of(), 0), locale).sentence();
        return new HomeCard.Line(
                sentence, TEXTS.text(locale, "card." + run.state(), run.fileName()), "archive/" + run.id());
    }
}
