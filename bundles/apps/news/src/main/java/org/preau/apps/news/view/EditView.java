package org.preau.apps.news.view;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import org.preau.api.app.ViewContext;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** An article that is there already: a draft, or one to correct. */
public final class EditView extends EditorView implements BeforeEnterObserver {
    /** The form, empty until the address says which article. */
    public EditView(Desk desk, ViewContext view) {
        super(desk, view);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ArticleView.id(event)
                .flatMap(id -> desk.newsstand().article(id))
                .filter(article -> desk.newsroom().mayChange(user().subject(), article))
                .ifPresentOrElse(this::open, this::absent);
    }

    private void absent() {
        removeAll();
        view.title(text("list.title"));
        add(new PageHeader(text("editor.change")).back(text("list.title"), HOME));
        add(new EmptyState(Picture.WRITING, text("article.absent")));
    }
}
