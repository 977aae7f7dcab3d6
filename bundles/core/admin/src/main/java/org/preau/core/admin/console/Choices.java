package org.preau.core.admin.console;

import com.vaadin.flow.component.select.Select;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.preau.api.directory.Structure;

/** Fields in which one of a few things is chosen. */
public final class Choices {
    private Choices() {}

    /** A field to choose one of these, or all by the first entry. */
    public static <T> Select<T> orAll(String label, String all, Collection<T> items, Function<T, String> name) {
        Select<T> select = one(label, items, name);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setPlaceholder(all);
        return select;
    }

    /** A field to choose one of these. */
    public static <T> Select<T> one(String label, Collection<T> items, Function<T, String> name) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? "" : name.apply(item));
        return select;
    }

    /** A field to choose a structure; the first one is chosen. */
    public static Select<Structure> structure(String label, List<Structure> structures) {
        Select<Structure> select = one(label, structures, Structure::name);
        if (!structures.isEmpty()) {
            select.setValue(structures.get(0));
        }
        return select;
    }
}
