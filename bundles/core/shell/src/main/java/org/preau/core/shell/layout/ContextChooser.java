package org.preau.core.shell.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.markup.Drawn;
import org.preau.core.shell.markup.Markup;

/** Says where the user is (school, child) and lets him go elsewhere; plain words where there is no choice. */
final class ContextChooser extends Div {
    private final transient Shell shell;
    private final transient PortalSession session;

    ContextChooser(Shell shell, PortalSession session) {
        this.shell = shell;
        this.session = session;
        addClassName("preau-context");
        Contexts contexts = Contexts.of(shell, session);
        if (contexts.all().size() < 2) {
            Drawn.draw(
                    this,
                    new Markup()
                            .words(
                                    "span",
                                    "preau-context-name",
                                    session.context().structureName()));
            return;
        }
        String label = contexts.label(contexts.current());
        Button button = new Button();
        Drawn.draw(
                button,
                new Markup()
                        .text(label)
                        .open("span", "slot", "suffix")
                        .icon("chevron-down-small")
                        .close("span"));
        button.setAriaLabel(ShellTexts.text("context.label", label));
        Panel panel = new Panel(button, ShellTexts.text("context.choose"), PopoverPosition.BOTTOM, this::content);
        add(button, panel.component());
    }

    private List<Component> content() {
        Contexts contexts = Contexts.of(shell, session);
        UnorderedList list = new UnorderedList();
        list.addClassName("preau-choices");
        contexts.all().forEach(context -> list.add(new ListItem(choice(contexts, context))));
        return List.of(list);
    }

    private NativeButton choice(Contexts contexts, Context context) {
        NativeButton button = new NativeButton("", event -> Contexts.choose(shell, session, context));
        Span detail = new Span(contexts.detail(context));
        detail.addClassName("preau-item-detail");
        button.add(new Span(contexts.label(context)), detail);
        button.addClassName("preau-choice");
        if (context.equals(contexts.current())) {
            button.getElement().setAttribute("aria-current", "true");
        }
        return button;
    }
}
