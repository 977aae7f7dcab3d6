package org.preau.core.admin.console.place;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Texts;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.directory.Groups;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureEditor;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.identity.People;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Figures;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** One structure: its figures, its classes, what lies above and below it, its groups (54P, 611B, 621F). */
public final class PlaceScreen extends ConsolePage implements BeforeEnterObserver {
    private static final Texts TEXTS = Texts.of(PlaceScreen.class);

    private final PlaceDesk desk;
    private final PageHeader header;
    private final Div body = new Div();
    private Optional<UUID> place = Optional.empty();

    /** Empty until the address says which. */
    public PlaceScreen(PlaceDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        header = head(text("place"), "");
        body.addClassName("preau-page");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place = event.getRouteParameters().get("id").flatMap(PlaceScreen::id);
        show();
    }

    void show() {
        body.removeAll();
        Optional<Structure> found = place.flatMap(desk.structures::byId)
                .filter(each -> desk.perimeters.allows(user(), People.READ, each.id()));
        if (found.isEmpty()) {
            body.add(new EmptyState(Picture.SEARCH, text("place.absent")));
            return;
        }
        Structure here = found.get();
        header.title(here.name()).subtitle(text("kind." + here.kind()) + " · " + here.code());
        view().title(here.name());
        if (here.kind() == StructureKind.SCHOOL) {
            body.add(figures(here), classes(here));
        }
        if (desk.perimeters.allows(user(), StructureEditor.EDIT, here.id())) {
            body.add(new LinksCard(desk, this, here));
        }
        if (desk.perimeters.allows(user(), Groups.EDIT, here.id())) {
            body.add(new GroupsCard(desk, this, here));
        }
        body.add(further(here));
    }

    private Figures figures(Structure here) {
        DirectoryTotals totals = desk.directory.totals(Optional.of(here.id()));
        String people = HOME + "/people";
        long staff = totals.teachers() + totals.otherStaff();
        return new Figures(text("figures"))
                .figure(
                        String.valueOf(totals.pupils()), text("pupils", totals.pupils()), people + "?profile=student")
                .figure(
                        String.valueOf(totals.guardians()),
                        text("guardians", totals.guardians()),
                        people + "?profile=guardian")
                .figure(String.valueOf(staff), text("staff", staff), people + "?profile=teacher");
    }

    private Card classes(Structure here) {
        Card card = new Card(text("classes"));
        List<SchoolClass> classes = desk.platforms
                .of(here.id())
                .map(platform -> {
                    card.add(new Div(text("platform", platform.structure().name())));
                    return platform.classes();
                })
                .orElseGet(() -> desk.directory.classesOf(here.id()));
        if (classes.isEmpty()) {
            card.add(new EmptyState(Picture.PEOPLE, text("classes.none")));
        }
        for (SchoolClass each : classes) {
            String school = each.structureId().equals(here.id())
                    ? ""
                    : desk.structures
                            .byId(each.structureId())
                            .map(Structure::name)
                            .orElse("");
            card.add(new Item(each.name())
                    .detail(school)
                    .meta(text("class.pupils", each.pupils()))
                    .href(HOME + "/class/" + each.id()));
        }
        return card;
    }

    private Card further(Structure here) {
        Card card = new Card(text("further"));
        card.add(
                new Div(Links.to(HOME + "/structure/" + here.id(), text("switches"))),
                new Div(Links.to(HOME + "/rules?in=" + here.code(), text("rules"))));
        return card;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
