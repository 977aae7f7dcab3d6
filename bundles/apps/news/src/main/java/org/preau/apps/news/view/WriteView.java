package org.preau.apps.news.view;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import org.preau.api.app.ViewContext;

/** A new article. */
public final class WriteView extends EditorView implements BeforeEnterObserver {
    /** An empty form. */
    public WriteView(Desk desk, ViewContext view) {
        super(desk, view);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(null);
    }
}
