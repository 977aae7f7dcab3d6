package org.preau.ui.kit;

import com.vaadin.flow.component.html.Image;
import java.util.Locale;

/**
 * Pictures for places where there is nothing to show yet: flat drawings of ours, a few hundred bytes each.
 *
 * @since 1.0
 */
public enum Picture {
    /** A book. */
    READING,
    /** Everything is done: a sun. */
    DONE,
    /** People. */
    PEOPLE,
    /** Nothing found. */
    SEARCH,
    /** Something to write. */
    WRITING,
    /** Days to come. */
    CALENDAR,
    /** Something does not work. */
    BROKEN;

    /** Its address. */
    public String url() {
        return KitResources.url(Picture.class, "pictures/" + name().toLowerCase(Locale.ROOT) + ".svg");
    }

    /** The picture as decoration: it says nothing that the words beside it do not say. */
    public Image image() {
        Image image = new Image(url(), "");
        image.getElement().setAttribute("alt", "");
        image.addClassName("preau-picture");
        return image;
    }
}
