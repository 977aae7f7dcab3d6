package org.preau.apps.feeds.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.HeldSchool;
import org.preau.apps.feeds.FeedsApplication;
import org.preau.ui.kit.DataTable;
import org.preau.ui.kit.ItemList;

@Requirement("612A")
class ReviewTest {
    private final UI ui = new UI();
    private final FakeFeeds feeds = new FakeFeeds();
    private final Desk desk = Fakes.desk(feeds, Set.of("feed.read", "feed.apply"));
    private final Fakes.View view = new Fakes.View(Locale.FRENCH);

    @BeforeEach
    void open() {
        ui.setLocale(Locale.FRENCH);
        UI.setCurrent(ui);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    private ReviewView review(Desk by, FeedRun run) {
        ReviewView shown = new ReviewView(by, view);
        shown.open(run.id());
        load(shown);
        return shown;
    }

    @Test
    void anOrdinaryArchiveHasOneMainButton() {
        FeedRun run = feeds.add(FeedState.CHECKED, FakeFeeds.difference(1090, 5, 0, 3), 0, 0);
        feeds.schools.add(
                new SchoolDifference("0240001A", "Les Tilleuls", RecordKind.PUPIL, new Figures(5, 0, 0, 92, 3, 95)));
        ReviewView shown = review(desk, run);
        assertThat(primaries(shown)).containsExactly("Appliquer");
        assertThat(text(shown)).contains("rien d'inhabituel", "5 arrivent, 3 partent", "3 sur 95 (3");
        button(shown, "Appliquer").click();
        assertThat(feeds.acts).containsExactly("apply");
    }

    @Test
    void aHoldIsAcceptedSchoolBySchool() {
        FeedRun run = feeds.add(FeedState.HELD, FakeFeeds.difference(200, 0, 0, 120), 0, 0);
        feeds.held.add(new HeldSchool("0240001A", "Les Tilleuls", 95, 57, false));
        feeds.held.add(new HeldSchool("0240002B", "Les Ormes", 70, 63, false));
        ReviewView shown = review(desk, run);
        assertThat(primaries(shown)).containsExactly("Accepter ces départs et appliquer");

        button(shown, "Accepter").click();
        assertThat(feeds.acts).as("nothing chosen, nothing done").isEmpty();
        assertThat(text(shown)).contains("Cochez au moins une école");

        box(shown, "Les Ormes").setValue(true);
        assertThat(feeds.acts).isEmpty();
        box(shown, "Les 2 écoles").setValue(true);
        button(shown, "Accepter").click();
        assertThat(feeds.acts).containsExactly("accept All[]");
    }

    @Test
    void aRefusalNeedsAReason() {
        ReviewView shown = review(desk, feeds.add(FeedState.CHECKED, FakeFeeds.difference(10, 1, 0, 0), 0, 0));
        button(shown, "Refuser").click();
        assertThat(feeds.acts).isEmpty();
        all(shown)
                .filter(TextArea.class::isInstance)
                .map(TextArea.class::cast)
                .forEach(area -> area.setValue("Mauvaise date"));
        button(shown, "Refuser").click();
        assertThat(feeds.acts).containsExactly("reject Mauvaise date");
    }

    @Test
    void goingBackSaysFirstWhatItUndoes() {
        FeedRun first = feeds.add(FeedState.APPLIED, FakeFeeds.difference(10, 1, 0, 0), 0, 0);
        FeedRun second = feeds.add(FeedState.APPLIED, FakeFeeds.difference(11, 2, 0, 0), 0, 0);
        feeds.add(FeedState.REJECTED, null, 0, 1);
        RestoreView shown = new RestoreView(desk, view);
        shown.open(Optional.of(first.id()));
        load(shown);
        assertThat(text(shown)).contains("2 archives seront annulées", first.fileName(), second.fileName());
        button(shown, "Revenir").click();
        assertThat(feeds.acts).containsExactly("restore");
        assertThat(view.went).hasSize(1).first().asString().startsWith("archive/");
    }

    @Test
    void errorsAndWarningsAreExplained() {
        feeds.findings.add(new LoadFinding(
                LoadFinding.Severity.ERROR, "wrong-academy", "a.xml", "", "", "The archive comes from 25; want 24."));
        feeds.findings.add(new LoadFinding(
                LoadFinding.Severity.WARNING, "dangling-guardian", "b.xml", "42", "x", "Nobody has the key 7."));
        ReviewView shown = review(desk, feeds.add(FeedState.REJECTED, null, 1, 1));
        assertThat(text(shown))
                .contains("fichier a.xml", "fiche 42", "The archive comes from 25", "Une erreur empêche");
        assertThat(primaries(shown)).isEmpty();
    }

    @Test
    void whoMayOnlyReadDecidesNothing() {
        Desk reader = Fakes.desk(feeds, Set.of("feed.read"));
        ReviewView shown = review(reader, feeds.add(FeedState.CHECKED, FakeFeeds.difference(10, 1, 0, 0), 0, 0));
        assertThat(primaries(shown)).isEmpty();
        Desk nobody = Fakes.desk(feeds, Set.of());
        ArchivesView list = new ArchivesView(nobody, view);
        assertThat(text(list)).contains("réservée").doesNotContain("ENT_1");
        assertThat(new FeedsApplication(nobody).today(view.user())).isEmpty();
    }

    @Test
    void theHomePageTellsWhatWaitsAndWhatWasAppliedLast() {
        feeds.add(FeedState.APPLIED, FakeFeeds.difference(10, 1, 0, 0), 0, 0);
        FeedRun held = feeds.add(FeedState.HELD, FakeFeeds.difference(11, 0, 0, 9), 0, 0);
        FeedsApplication application = new FeedsApplication(desk);
        assertThat(application.today(view.user())).singleElement().satisfies(item -> assertThat(item.path())
                .isEqualTo("archive/" + held.id()));
        assertThat(application.card(view.user()).orElseThrow().lines()).hasSize(2);
        assertThat(application.badge(view.user())).isEqualTo(1);
    }

    /** Lists read when they are shown. */
    private static void load(Component root) {
        for (Component each : all(root).toList()) {
            if (each instanceof ItemList<?> list) {
                list.refresh();
            } else if (each instanceof DataTable<?> table) {
                table.refresh();
            }
        }
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ReviewTest::all));
    }

    private static String text(Component root) {
        return root.getElement().getTextRecursively().replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    private static Button button(Component root, String text) {
        return all(root)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(found -> found.getText().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    private static Checkbox box(Component root, String label) {
        return all(root)
                .filter(Checkbox.class::isInstance)
                .map(Checkbox.class::cast)
                .filter(found -> String.valueOf(found.getLabel()).startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> primaries(Component root) {
        return all(root)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(found -> found.getThemeNames().contains("primary"))
                .map(Button::getText)
                .toList();
    }
}
