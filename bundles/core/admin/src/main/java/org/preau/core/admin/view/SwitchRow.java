package org.preau.core.admin.view;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;
import org.preau.ui.kit.AppIcon;
import org.preau.ui.kit.Item;

/** One application or connector with its switch. */
final class SwitchRow {
    private SwitchRow() {}

    /**
     * A row.
     *
     * @param label what the switch says beside it
     * @param changed told what the user chose
     */
    static Item of(Offer offer, String label, boolean on, boolean enabled, Consumer<Boolean> changed) {
        Checkbox choice = new Checkbox(label, on);
        choice.setAriaLabel(offer.name() + " - " + label);
        choice.setEnabled(enabled);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(event.getValue());
            }
        });
        return new Item(offer.name())
                .leading(new AppIcon(offer.icon()))
                .detail(offer.detail())
                .trailing(choice);
    }
}
