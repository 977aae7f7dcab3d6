package org.preau.core.shell.fault;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** Shown for an address that is nothing, or nothing for this user: the two are not told apart. */
@ParentLayout(ShellLayout.class)
public final class NotFoundView extends AppPage implements HasErrorParameter<NotFoundException> {
    /** Made by the bridge. */
    public NotFoundView() {
        add(
                new PageHeader(ShellTexts.text("notfound.title")),
                new EmptyState(Picture.SEARCH, ShellTexts.text("notfound.text"))
                        .action(Links.to("/", ShellTexts.text("fault.home"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
