package org.preau.ui.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Asks before what cannot be undone, and only then: everything else is done at once with {@link Notice#undo}.
 *
 * @since 1.0
 */
public final class Confirm {
    private Confirm() {}

    /**
     * Asks, naming what will happen.
     *
     * @param title what is asked: "Supprimer définitivement ?"
     * @param text what it means
     * @param label the verb on the button that does it
     * @param action what is done then
     */
    public static void irreversible(String title, String text, String label, Runnable action) {
        Question question = new Question(title, text, label, action);
        UI.getCurrent().add(question);
        question.getElement().executeJs("this.showModal()");
    }

    /** The browser's own modal dialog: it keeps the focus, closes on Escape, and gives the focus back. */
    @Tag("dialog")
    private static final class Question extends HtmlContainer {
        private static final String TITLE = "preau-confirm-title";
        private static final String TEXT = "preau-confirm-text";

        Question(String title, String text, String label, Runnable action) {
            addClassName("preau-confirm");
            H2 head = new H2(title);
            head.setId(TITLE);
            Paragraph words = new Paragraph(text);
            words.setId(TEXT);
            Button cancel = Buttons.plain(KitTexts.text("confirm.cancel"), this::close);
            cancel.setAutofocus(true);
            Button confirm = Buttons.primary(label, () -> {
                close();
                action.run();
            });
            confirm.addClassName("preau-danger");
            Div buttons = new Div(cancel, confirm);
            buttons.addClassName("preau-form-actions");
            add(head, words, buttons);
            getElement()
                    .setAttribute("role", "alertdialog")
                    .setAttribute("aria-labelledby", TITLE)
                    .setAttribute("aria-describedby", TEXT)
                    .addEventListener("close", event -> removeFromParent());
        }

        private void close() {
            getElement().callJsFunction("close");
        }
    }
}
