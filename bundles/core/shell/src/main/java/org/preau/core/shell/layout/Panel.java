package org.preau.core.shell.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.function.Supplier;

/** A button that opens a small panel. What is in it is made when it opens and forgotten when it closes, so that a page at rest costs nothing for it. */
final class Panel {
    private final Popover popover = new Popover();
    private final Supplier<List<Component>> content;

    Panel(Button button, String label, PopoverPosition position, Supplier<List<Component>> content) {
        this.content = content;
        button.addClassName("preau-top-button");
        popover.setTarget(button);
        popover.setPosition(position);
        popover.setAriaLabel(label);
        popover.setAutofocus(true);
        popover.addOpenedChangeListener(event -> refresh());
    }

    /** The popover, to be put beside its button. */
    Component component() {
        return popover;
    }

    void refresh() {
        popover.removeAll();
        if (popover.isOpened()) {
            Div panel = new Div();
            panel.addClassName("preau-panel");
            panel.add(content.get());
            popover.add(panel);
        }
    }

    void close() {
        popover.close();
    }
}
