package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.QuickAction;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.base.Profile;
import org.preau.testkit.FakePortal;
import org.preau.testkit.Screen;

/**
 * What every application obeys. A plugin's test extends it and gives its application, made with the services of {@link #portal}:
 *
 * <pre>{@code
 * class HelloContractTest extends PortalApplicationContract {
 *     protected PortalApplication application() {
 *         return new HelloApplication();
 *     }
 * }
 * }</pre>
 */
public abstract class PortalApplicationContract {
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);
    private static final int TILE = 30;

    /** The portal that the application runs in; a new one for each test. */
    protected final FakePortal portal = FakePortal.open();

    /** The application, made with the services of {@link #portal}; asked once a test. */
    protected abstract PortalApplication application();

    /** Paths of views that this contract does not open, such as those that need a parameter of the route; none by default but those with parameters. */
    protected boolean opens(AppView<?> view) {
        return !view.path().contains(":");
    }

    /** Closes the pages. */
    @AfterEach
    protected void closePortal() {
        portal.close();
    }

    /** Its descriptor is constant as long as it is registered. */
    @Test
    protected void staysWhoItIs() {
        PortalApplication application = application();
        assertThat(application.descriptor()).as("the descriptor").isEqualTo(application.descriptor());
        assertThat(application.views().stream().map(AppView::path).toList())
                .as("the paths of the views")
                .isEqualTo(application.views().stream().map(AppView::path).toList());
    }

    /** Name, description and help are there in French and English, the name short enough for a tile. */
    @Test
    protected void namesItselfInBothLanguages() {
        PortalApplication application = application();
        AppDescriptor descriptor = application.descriptor();
        Said.inBothLanguages("the name", descriptor.name());
        Said.inBothLanguages("the description", descriptor.description());
        application.help().ifPresent(help -> Said.inBothLanguages("the help", help));
        assertThat(descriptor.name().fr()).as("the name on the tile").hasSizeLessThanOrEqualTo(TILE);
        assertThat(descriptor.name().en()).as("the name on the tile").hasSizeLessThanOrEqualTo(TILE);
    }

    /** Its icon is one of Vaadin's. */
    @Test
    protected void hasAnIconThatExists() {
        String icon = application().descriptor().icon();
        assertThat(Arrays.stream(VaadinIcon.values())
                        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .as("Vaadin's icons")
                .contains(icon);
    }

    /** Somebody gets it. */
    @Test
    protected void hasAnAudience() {
        assertThat(application().descriptor().audience()).as("the audience").isNotEmpty();
    }

    /** It has a main view; paths and classes of views are its own, each once. */
    @Test
    protected void hasViewsAtPathsOfTheirOwn() {
        List<AppView<?>> views = application().views();
        assertThat(views.stream().map(AppView::path))
                .as("the paths of the views")
                .contains("")
                .doesNotHaveDuplicates();
        assertThat(views.stream().map(view -> (Object) view.type()))
                .as("the classes of the views")
                .doesNotHaveDuplicates();
        assertThat(views.stream().map(AppView::path))
                .as("the paths of the views")
                .noneMatch(path -> path.startsWith("/"));
    }

    /** Every view opens for everybody of the audience, in both languages, with all its texts. */
    @Test
    protected void opensItsViewsForEverybodyItIsFor() {
        PortalApplication application = application();
        forEverybody(
                application,
                (user, who) -> application.views().stream().filter(this::opens).forEach(view -> {
                    String what = "the view '" + view.path() + "' for " + who;
                    assertThatCode(() -> {
                                Screen screen = portal.show(view, user);
                                assertThat(screen.view()).as(what).isInstanceOf(view.type());
                                Said.noKey(what, screen.text());
                            })
                            .as(what)
                            .doesNotThrowAnyException();
                }));
    }

    /** A view belongs to one page: each visit gets a new one. */
    @Test
    protected void makesANewViewAtEachVisit() {
        PortalApplication application = application();
        UserContext user =
                portal.user(application.descriptor().audience().iterator().next());
        assertThat(portal.show(application, "", user).view())
                .as("the view of the second visit")
                .isNotSameAs(portal.show(application, "", user).view());
    }

    /** What it contributes to the home page is well-formed for everybody of the audience. */
    @Test
    protected void contributesToEverybodysHomePage() {
        PortalApplication application = application();
        forEverybody(application, (user, who) -> {
            application.card(user).ifPresent(card -> checkCard(card, who));
            for (TodayItem item : application.today(user)) {
                Said.whole("what is on today for " + who, item.text());
                inside(item.path(), who);
            }
            for (QuickAction action : application.quickActions(user)) {
                Said.whole("a quick action of " + who, action.label());
                inside(action.path(), who);
            }
            assertThat(application.badge(user)).as("the badge of " + who).isNotNegative();
        });
    }

    private static void checkCard(HomeCard card, String who) {
        Said.whole("the title of the card of " + who, card.title());
        assertThat(card.lines()).as("the lines of the card of " + who).hasSizeLessThanOrEqualTo(5);
        for (HomeCard.Line line : card.lines()) {
            Said.whole("a line of the card of " + who, line.text());
            Said.noKey("a line of the card of " + who, line.detail());
            inside(line.path(), who);
        }
    }

    private static void inside(String path, String who) {
        assertThat(path)
                .as("a path of a contribution for " + who + ": it is below /app/<id>")
                .doesNotStartWith("/")
                .doesNotContain("//");
    }

    private void forEverybody(PortalApplication application, BiConsumer<UserContext, String> check) {
        for (Profile profile : application.descriptor().audience()) {
            for (Locale language : LANGUAGES) {
                check.accept(
                        portal.user(profile, language), profile + " in " + language.getDisplayLanguage(Locale.ENGLISH));
            }
        }
    }
}
