package org.preau.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Function;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/**
 * A list that the server pages: the first page at once, the next at "show more". Rows are usually {@link Item}s.
 *
 * @param <T> what the list shows
 * @since 1.0
 */
public final class ItemList<T> extends Div {
    private static final int PAGE = 20;

    private final Function<PageRequest, Page<T>> source;
    private final Function<T, ? extends Component> row;
    private final UnorderedList rows = new UnorderedList();
    private final Button more = Buttons.plain("", this::loadMore);
    private Component empty = new EmptyState(Picture.SEARCH, KitTexts.text("list.empty"));
    private int pageSize = PAGE;
    private int shown;
    private boolean loaded;

    /**
     * A list that loads when it is shown.
     *
     * @param source gives a page; called on the user interface's thread
     * @param row makes the row of an item
     */
    public ItemList(Function<PageRequest, Page<T>> source, Function<T, ? extends Component> row) {
        this.source = source;
        this.row = row;
        addClassName("preau-list");
        rows.getElement().setAttribute("role", "list");
    }

    /** What stands there when the list is empty. */
    public ItemList<T> empty(Component state) {
        empty = state;
        return this;
    }

    /** How many rows a page has; 20 by default. */
    public ItemList<T> pageSize(int size) {
        pageSize = size;
        return this;
    }

    /** Names the list for who does not see it. */
    public ItemList<T> label(String text) {
        rows.getElement().setAttribute("aria-label", text);
        return this;
    }

    /** Reads again what is shown: as many rows as there are now, at least a page. */
    public void refresh() {
        int wanted = Math.min(PageRequest.MAX, Math.max(shown, pageSize));
        loaded = true;
        rows.removeAll();
        removeAll();
        shown = 0;
        show(source.apply(PageRequest.first(wanted)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!loaded) {
            refresh();
        }
    }

    private void loadMore() {
        int before = shown;
        show(source.apply(new PageRequest(shown, pageSize)));
        focusRow(before);
    }

    private void show(Page<T> page) {
        page.items().forEach(item -> rows.add(new ListItem(row.apply(item))));
        shown += page.items().size();
        if (shown == 0) {
            add(empty);
            return;
        }
        add(rows);
        if (shown < page.total() && !page.items().isEmpty()) {
            more.setText(KitTexts.text("list.more", page.total() - shown));
            add(more);
        } else {
            remove(more);
        }
    }

    private void focusRow(int index) {
        if (index < rows.getElement().getChildCount()) {
            rows.getElement().getChild(index).setAttribute("tabindex", "-1").callJsFunction("focus");
        }
    }
}
