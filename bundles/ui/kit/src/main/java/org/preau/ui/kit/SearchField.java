package org.preau.ui.kit;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/**
 * A field to search by words: asks 300 ms after the last key.
 *
 * @since 1.0
 */
public final class SearchField extends TextField {
    private static final int PAUSE = 300;

    /**
     * A search field.
     *
     * @param label says what is searched
     * @param search called with the words, stripped; on the user interface's thread
     */
    public SearchField(String label, Consumer<String> search) {
        super(label);
        addClassName("preau-search");
        setPrefixComponent(new AppIcon("search"));
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE);
        getElement().setAttribute("autocomplete", "off");
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                search.accept(event.getValue().strip());
            }
        });
    }
}
