package org.preau.apps.rentree.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.StructureKind;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.ui.kit.PageHeader;

/** Where one begins: the assistant of his school for a head, the schools of the perimeter for those above. */
public final class RentreeView extends Screen implements BeforeEnterObserver {
    private final Div content = new Div();
    private Runnable again = () -> {};

    /** The beginning for this user. */
    public RentreeView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("title"));
        add(content);
        view.on(DirectoryChanged.class, event -> again.run());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getLocation().getQueryParameters());
    }

    void open(QueryParameters parameters) {
        UUID here = view.user().session().context().structureId();
        boolean school = desk.structures
                .byId(here)
                .filter(each -> each.kind() == StructureKind.SCHOOL)
                .isPresent();
        if (school && mayRead(here)) {
            again = () -> assistant(here);
            again.run();
        } else if (desk.cockpit.perimeter(subject()).isEmpty()) {
            closed();
        } else {
            content.removeAll();
            content.add(new CockpitPanel(this, parameters));
        }
    }

    private void assistant(UUID school) {
        Optional<SchoolState> state = desk.book.now(school);
        content.removeAll();
        content.add(new PageHeader(text("title")).subtitle(text("assistant.subtitle")));
        state.ifPresent(known -> content.add(new StepList(this, school, known)));
    }
}
