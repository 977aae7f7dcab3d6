package org.preau.apps.rentree.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.readiness.ClassReadiness;
import org.preau.api.signin.ActivationSheets;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.apps.rentree.school.Step;
import org.preau.apps.rentree.school.StepState;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Step 5: the sheets of the first sign-in, class by class, to print. */
final class SheetsPanel extends Div {
    private static final int MOST = 100;

    private final StepView screen;
    private final UUID school;

    SheetsPanel(StepView screen, UUID school, SchoolState state) {
        this.screen = screen;
        this.school = school;
        Optional<ActivationSheets> sheets = screen.desk.sheets();
        boolean prints =
                screen.desk.authorisation.allows(screen.subject(), ActivationSheets.PRINT, Scope.structure(school));
        if (sheets.isEmpty() || !prints) {
            add(new EmptyState(Picture.SEARCH, screen.text("sheets.away")));
            return;
        }
        Card card = new Card(screen.text("sheets.title"));
        card.add(new Paragraph(screen.text(
                "sheets.help",
                state.figures().accountsNeverUsed(),
                state.figures().accounts())));
        List<ClassReadiness> classes = screen.desk.readiness.classes(screen.subject(), school);
        card.add(new ItemList<ClassReadiness>(page -> new Page<>(classes, classes.size()), each -> new Item(each.name())
                        .meta(screen.text("classes.pupils", each.pupils()))
                        .trailing(link(
                                sheets.get(), Optional.of(each.name()), screen.text("sheets.print.of", each.name()))))
                .pageSize(MOST)
                .label(screen.text("sheets.title")));
        card.add(new Paragraph(link(sheets.get(), Optional.empty(), screen.text("sheets.all"))));
        if (screen.desk.assistant.prepares(screen.subject(), school) && state.of(Step.SHEETS) != StepState.DONE) {
            card.add(Buttons.primary(screen.text("sheets.done"), this::settle));
        }
        add(card);
    }

    private Anchor link(ActivationSheets sheets, Optional<String> className, String label) {
        Subject by = screen.subject();
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                            byte[] page = sheets.html(by, school, className).getBytes(StandardCharsets.UTF_8);
                            return new DownloadResponse(
                                    new ByteArrayInputStream(page),
                                    "fiches.html",
                                    "text/html;charset=utf-8",
                                    page.length);
                        })
                        .inline(),
                label);
        link.setTarget(AnchorTarget.BLANK);
        link.addClassName("preau-link");
        return link;
    }

    private void settle() {
        screen.attempt(() -> {
            screen.desk.assistant.settle(screen.subject(), school, Step.SHEETS);
            screen.refresh();
            Notice.undo(screen.text("sheets.noted"), () -> {
                screen.desk.assistant.unsettle(screen.subject(), school, Step.SHEETS);
                screen.refresh();
            });
        });
    }
}
