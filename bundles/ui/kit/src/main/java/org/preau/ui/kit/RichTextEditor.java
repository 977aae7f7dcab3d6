package org.preau.ui.kit;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.shared.HasValidationProperties;

/**
 * A small editor of rich text: bold, italic, list, link. Its value is HTML made of {@code p, br, strong, em, ul, ol, li, a} as the browser sends it: the server must sanitise it.
 *
 * <p>The browser's part is {@code res/rich-text-editor.js}, loaded when the first editor is shown; where it cannot run a plain text area stands in.
 *
 * @since 1.0
 */
@Tag("preau-rich-text-editor")
public final class RichTextEditor extends AbstractSinglePropertyField<RichTextEditor, String>
        implements HasLabel, HasHelper, HasSize, HasStyle, HasValidationProperties, Focusable<RichTextEditor> {
    /** An empty editor with that label above it. */
    public RichTextEditor(String label) {
        super("value", "", false);
        setLabel(label);
        addClassName("preau-editor");
    }

    @Override
    public void setLabel(String label) {
        getElement().setProperty("label", label);
    }

    @Override
    public String getLabel() {
        return getElement().getProperty("label", "");
    }

    @Override
    public void setHelperText(String text) {
        getElement().setProperty("helperText", text);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        for (String word : new String[] {"bold", "italic", "list", "link", "address", "apply", "unlink"}) {
            getElement().setProperty("text" + word, KitTexts.text("editor." + word));
        }
        event.getUI().getPage().addJsModule(KitResources.url(RichTextEditor.class, "rich-text-editor.js"));
    }
}
