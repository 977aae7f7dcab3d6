package org.preau.testkit;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.stream.Stream;

/**
 * A view on a page, as its user meets it: what it says, and its buttons and fields by the words on them.
 *
 * <pre>{@code
 * Screen screen = portal.show(application, "", portal.user(Profile.TEACHER));
 * screen.fill("Message", "Sortie mardi");
 * screen.click("Publier");
 * assertThat(screen.text()).contains("Sortie mardi");
 * }</pre>
 */
public final class Screen {
    private final Component view;
    private final FakeView page;

    Screen(Component view, FakeView page) {
        this.view = view;
        this.page = page;
    }

    /** The view itself. */
    public Component view() {
        return view;
    }

    /** Every word on the page, notices and dialogs too. */
    public String text() {
        return page.ui().getElement().getTextRecursively();
    }

    /** What the browser shows as the page's title, empty while the view has not said. */
    public String title() {
        return page.title();
    }

    /** The paths of the application that the view went to, in order. */
    public List<String> visited() {
        return page.visited();
    }

    /** All components of that type, from top to bottom. */
    public <T extends Component> List<T> all(Class<T> type) {
        return tree(page.ui()).filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * Clicks the first button whose words begin so.
     *
     * @throws AssertionError when there is none, or it is disabled or hidden
     */
    public void click(String words) {
        Button button = all(Button.class).stream()
                .filter(each -> each.getElement().getTextRecursively().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + words + "' among "
                        + all(Button.class).stream()
                                .map(each -> each.getElement().getTextRecursively())
                                .toList()));
        if (!button.isEnabled() || !button.isVisible()) {
            throw new AssertionError("the button '" + words + "' cannot be clicked");
        }
        page.enter();
        button.click();
    }

    /**
     * Fills the field of that label.
     *
     * @throws AssertionError when there is none
     */
    public <T> void fill(String label, T value) {
        page.enter();
        this.<T>field(label).setValue(value);
    }

    /** What the field of that label holds. */
    public Object value(String label) {
        return field(label).getValue();
    }

    @SuppressWarnings("unchecked")
    private <T> HasValue<?, T> field(String label) {
        return tree(page.ui())
                .filter(each -> each instanceof HasLabel labelled && label.equals(labelled.getLabel()))
                .filter(HasValue.class::isInstance)
                .map(each -> (HasValue<?, T>) each)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field '" + label + "' among "
                        + tree(page.ui())
                                .filter(AbstractField.class::isInstance)
                                .filter(HasLabel.class::isInstance)
                                .map(each -> ((HasLabel) each).getLabel())
                                .toList()));
    }

    private static Stream<Component> tree(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(Screen::tree));
    }
}
