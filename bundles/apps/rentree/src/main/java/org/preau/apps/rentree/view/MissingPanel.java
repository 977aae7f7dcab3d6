package org.preau.apps.rentree.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.directory.readiness.Gap;
import org.preau.api.directory.readiness.GapPerson;
import org.preau.api.directory.readiness.SchoolReadiness;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.apps.rentree.school.Step;
import org.preau.ui.kit.Avatar;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Figures;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.TableFile;

/** Step 6: what is missing, each figure a link to the people behind it; the address keeps which ({@code ?gap=}). */
final class MissingPanel extends Div {
    private final Screen screen;
    private final UUID school;

    MissingPanel(Screen screen, UUID school, SchoolState state, QueryParameters parameters) {
        this.screen = screen;
        this.school = school;
        SchoolReadiness figures = state.figures();
        Figures shown = new Figures(screen.text("figures"));
        figure(shown, figures.pupilsWithoutClass(), Gap.PUPIL_WITHOUT_CLASS);
        figure(shown, figures.pupilsWithoutGuardian(), Gap.PUPIL_WITHOUT_GUARDIAN);
        figure(shown, figures.guardiansWithoutMail(), Gap.GUARDIAN_WITHOUT_MAIL);
        figure(shown, figures.accountsNeverUsed(), Gap.ACCOUNT_NEVER_USED);
        int untaught = figures.untaughtClasses();
        String words = screen.text("figure.untaught", untaught);
        String teachers = Screen.address(school, Step.TEACHERS);
        if (untaught > 0) {
            shown.concern(screen.text("figure", untaught), words, teachers);
        } else {
            shown.figure(screen.text("figure", untaught), words, teachers);
        }
        add(shown);
        Gap gap =
                parameters.getSingleParameter("gap").flatMap(MissingPanel::gap).orElse(Gap.PUPIL_WITHOUT_CLASS);
        add(people(gap));
    }

    /** The address of the people behind a figure. */
    static String address(UUID school, Gap gap) {
        return Screen.address(school, Step.MISSING) + "?gap=" + name(gap);
    }

    private static String name(Gap gap) {
        return gap.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Gap> gap(String name) {
        return Arrays.stream(Gap.values())
                .filter(each -> name(each).equals(name))
                .findFirst();
    }

    private void figure(Figures shown, int figure, Gap gap) {
        String words = screen.text("figure." + gap, figure);
        if (figure > 0) {
            shown.concern(screen.text("figure", figure), words, address(school, gap));
        } else {
            shown.figure(screen.text("figure", figure), words, address(school, gap));
        }
    }

    private Card people(Gap gap) {
        Card card = new Card(screen.text("gap." + gap));
        card.add(new Paragraph(screen.text("gap." + gap + ".help")));
        card.add(new ItemList<GapPerson>(
                        page -> screen.desk.readiness.missing(screen.subject(), school, gap, page), this::row)
                .pageSize(30)
                .label(screen.text("gap." + gap))
                .empty(new EmptyState(Picture.DONE, screen.text("gap.none"))));
        card.add(file(gap).links());
        return card;
    }

    private TableFile<GapPerson> file(Gap gap) {
        return new TableFile<GapPerson>(
                        screen.text("gap.file") + "-" + name(gap),
                        page -> screen.desk.readiness.missing(screen.subject(), school, gap, page))
                .column(screen.text("gap.name"), GapPerson::displayName)
                .column(screen.text("gap.profile"), each -> screen.text("profile." + each.profile()))
                .column(screen.text("gap.classes"), each -> String.join(", ", each.classes()));
    }

    private Item row(GapPerson person) {
        return new Item(person.displayName())
                .leading(new Avatar(person.displayName()))
                .detail(screen.text("profile." + person.profile()))
                .meta(String.join(", ", person.classes()));
    }
}
