package org.preau.core.shell.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.preau.api.base.PortalException;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.layout.Contexts;
import org.preau.core.shell.markup.Drawn;
import org.preau.core.shell.markup.Markup;

/** Whom a page is about: a guardian's children, a teacher's classes. */
final class People {
    private People() {}

    /** The children, with all of them as a choice; nothing for who has none. */
    static List<Component> children(Shell shell, PortalSession session) {
        Contexts contexts = Contexts.of(shell, session);
        if (contexts.children().isEmpty()) {
            return List.of();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("preau-children");
        list.getElement().setAttribute("role", "list");
        contexts.all().forEach(context -> list.add(new ListItem(child(shell, session, contexts, context))));
        Section section = new Section(new H2(ShellTexts.text("home.children")), list);
        section.addClassName("preau-section");
        return List.of(section);
    }

    private static Component child(Shell shell, PortalSession session, Contexts contexts, Context context) {
        NativeButton button = new NativeButton("", event -> Contexts.choose(shell, session, context));
        button.addClassName("preau-child");
        boolean here = context.equals(contexts.current());
        button.getElement().setAttribute("aria-pressed", String.valueOf(here));
        Markup content = new Markup();
        contexts.child(context.childId())
                .ifPresentOrElse(
                        child -> content.avatar(child.firstName() + " " + child.lastName()),
                        () -> content.icon("users"));
        String detail = context.childId() == null ? "" : contexts.detail(context);
        Drawn.draw(
                button,
                content.open("div")
                        .words("span", "", contexts.label(context))
                        .words("span", "preau-item-detail", detail)
                        .close("div"));
        return button;
    }

    /** The names of the classes that the user belongs to in his school; nothing where there are none. */
    static List<String> classes(Shell shell, PortalSession session) {
        try {
            return shell.neighbours()
                    .directory()
                    .map(directory -> directory.scopesOf(session.personId()).stream()
                            .filter(member -> member.scope().kind() == Scope.Kind.CLASS)
                            .filter(member -> member.structureId()
                                    .equals(session.context().structureId()))
                            .map(Membership::label)
                            .distinct()
                            .toList())
                    .orElse(List.of());
        } catch (PortalException e) {
            return List.of();
        }
    }
}
