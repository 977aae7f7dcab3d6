package org.preau.core.extensions.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.preau.api.extension.Extension;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Notice;

/** Takes an extension away at once; it can be undone, its data stay. */
final class RemoveBar extends Div {
    private final Screen screen;

    RemoveBar(Screen screen, Extension one) {
        this.screen = screen;
        addClassName("preau-form-actions");
        if (one.jar().shipped()) {
            setVisible(false);
            return;
        }
        boolean ours = one.id().startsWith("org.preau.");
        Button remove = Buttons.plain(screen.text(ours ? "remove.shipped" : "remove"), () -> remove(one));
        remove.setDisableOnClick(true);
        add(remove);
    }

    private void remove(Extension one) {
        screen.later(
                () -> {
                    screen.desk.extensions.remove(screen.subject(), one.id());
                    return one;
                },
                done -> {
                    screen.view.navigate("");
                    Notice.undo(screen.text("remove.done", done.jar().name()), () -> restore(done));
                },
                () -> {});
    }

    private void restore(Extension one) {
        screen.later(
                () -> screen.desk.extensions.restore(screen.subject(), one.id()),
                back -> Notice.info(screen.text("restored", back.jar().name())),
                () -> {});
    }
}
