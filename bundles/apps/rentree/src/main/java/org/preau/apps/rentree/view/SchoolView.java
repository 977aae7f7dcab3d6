package org.preau.apps.rentree.view;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.directory.Structure;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.ui.kit.PageHeader;

/** The assistant of a school of the perimeter. */
public final class SchoolView extends Screen implements BeforeEnterObserver {
    /** The school that the address names. */
    public SchoolView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getRouteParameters().get("id").flatMap(Screen::uuid));
    }

    void open(Optional<UUID> id) {
        removeAll();
        Optional<Structure> school = id.filter(this::mayRead).flatMap(desk.structures::byId);
        Optional<SchoolState> state = id.filter(this::mayRead).flatMap(desk.book::now);
        if (school.isEmpty() || state.isEmpty()) {
            closed();
            return;
        }
        view.title(school.get().name());
        add(
                new PageHeader(school.get().name())
                        .subtitle(text(
                                "school.subtitle",
                                school.get().city(),
                                school.get().code()))
                        .back(text("cockpit.back"), HOME),
                new StepList(this, school.get().id(), state.get()));
    }
}
