package org.example.abacus;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.function.IntConsumer;

/** The server's side of {@code <sample-abacus>}: properties go to the browser, an event comes back. */
@Tag("sample-abacus")
final class Abacus extends Component {
    private final String module;

    /**
     * An abacus.
     *
     * @param module address of its ES module
     * @param more label of the button that adds a bead
     * @param less label of the button that takes one away
     */
    Abacus(String module, String more, String less) {
        this.module = module;
        getElement().setProperty("more", more).setProperty("less", less);
    }

    /** Told when the user moves a bead. */
    void onCount(IntConsumer reaction) {
        getElement()
                .addEventListener("count", event -> reaction.accept(
                        (int) event.getEventData().getNumber("event.detail")))
                .addEventData("event.detail");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule(module);
    }
}
