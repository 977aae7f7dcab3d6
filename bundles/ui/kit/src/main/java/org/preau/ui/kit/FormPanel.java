package org.preau.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;

/**
 * A form: one column, labels above, help below each field; errors beside the field and summed up at the top, each a way to its field. Nothing that was typed is lost on an error.
 *
 * @since 1.0
 */
public final class FormPanel extends Div {
    private final Div summary = new Div();
    private final Div fields = new Div();
    private final Div actions = new Div();
    private final Map<Component, String> fieldErrors = new LinkedHashMap<>();
    private @Nullable String formError;

    /** An empty form. */
    public FormPanel() {
        addClassName("preau-form");
        summary.addClassName("preau-form-summary");
        summary.getElement().setAttribute("role", "alert").setAttribute("tabindex", "-1");
        summary.setVisible(false);
        fields.addClassName("preau-form-fields");
        actions.addClassName("preau-form-actions");
        add(summary, fields, actions);
    }

    /** Adds a field; its label is set on it before. */
    public FormPanel field(Component field) {
        fields.add(field);
        return this;
    }

    /** Adds a field with a help sentence below it. */
    public FormPanel field(Component field, String help) {
        if (field instanceof HasHelper withHelp) {
            withHelp.setHelperText(help);
        }
        return field(field);
    }

    /** Adds the button that sends the form: errors are cleared, {@code action} runs; errors noted by it, or thrown as a {@link PortalException}, are shown. It does not run while a field holds what it cannot read. */
    public FormPanel submit(String label, Runnable action) {
        Button button = Buttons.primary(label, () -> run(action));
        button.setDisableOnClick(true);
        button.addClickListener(event -> button.setEnabled(true));
        actions.addComponentAsFirst(button);
        return this;
    }

    /** Adds another button, such as "save as draft", that works as {@link #submit} does. */
    public FormPanel alternative(String label, Runnable action) {
        actions.add(Buttons.plain(label, () -> run(action)));
        return this;
    }

    /** Adds the way out. */
    public FormPanel cancel(String label, String href) {
        actions.add(Links.to(href, label));
        return this;
    }

    /** Notes what is wrong with a field. */
    public void error(Component field, String message) {
        fieldErrors.put(field, message);
        if (field instanceof HasValidationProperties validated) {
            validated.setErrorMessage(message);
            validated.setInvalid(true);
        }
    }

    /** Notes what is wrong with the whole. */
    public void error(String message) {
        formError = message;
    }

    /** Whether something is wrong. */
    public boolean hasErrors() {
        return formError != null || !fieldErrors.isEmpty();
    }

    private void run(Runnable action) {
        clear();
        Map<Component, String> unfit = unfit();
        if (unfit.isEmpty()) {
            try {
                action.run();
            } catch (PortalException failure) {
                error(failure.userMessage(KitTexts.locale()));
            }
        }
        if (hasErrors() || !unfit.isEmpty()) {
            unfit.putAll(fieldErrors);
            sumUp(unfit);
        }
    }

    /** Fields that hold what they cannot read, such as the 32nd of a month: their value is empty, and must not be taken for a choice of none. */
    private Map<Component, String> unfit() {
        Map<Component, String> found = new LinkedHashMap<>();
        fields.getChildren().forEach(field -> {
            if (field instanceof HasValidationProperties own && own.isInvalid()) {
                String message = own.getErrorMessage();
                if (message != null && !message.isBlank()) {
                    found.put(field, message);
                }
            }
        });
        return found;
    }

    private void clear() {
        fieldErrors.keySet().forEach(field -> {
            if (field instanceof HasValidationProperties validated) {
                validated.setInvalid(false);
            }
        });
        fieldErrors.clear();
        formError = null;
        summary.setVisible(false);
    }

    private void sumUp(Map<Component, String> errors) {
        summary.removeAll();
        summary.add(new Paragraph(formError != null ? formError : KitTexts.text("form.errors")));
        UnorderedList list = new UnorderedList();
        errors.forEach((field, message) -> {
            NativeButton link = new NativeButton(message, event -> focus(field));
            link.addClassName("preau-link");
            list.add(new ListItem(link));
        });
        if (!errors.isEmpty()) {
            summary.add(list);
        }
        summary.setVisible(true);
        summary.getElement().callJsFunction("focus");
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        } else {
            field.getElement().callJsFunction("focus");
        }
    }
}
