package org.preau.core.shell.fault;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/**
 * Stands at the address of an application that is not deployed: being updated, or gone. Whoever had it open stays where he was; when the application is back its view is, without anybody doing anything.
 */
public final class AwayView extends AppPage implements BeforeEnterObserver {
    private final transient Shell shell;
    private String appId = "";

    /** Made by the bridge. */
    public AwayView(Shell shell) {
        this.shell = shell;
        add(
                new PageHeader(ShellTexts.text("away.title")),
                new EmptyState(Picture.BROKEN, ShellTexts.text("away.text"))
                        .action(Links.to("/", ShellTexts.text("fault.home"))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        appId = event.getRouteParameters().get("id").orElse("");
        if (appId.isEmpty() || shell.applications().serving(appId).isPresent()) {
            event.rerouteToError(new NotFoundException(), "");
        }
    }

    /** Whether the application that was asked for is back, and the view can be shown again. */
    public boolean isBack() {
        return shell.applications().serving(appId).isPresent();
    }
}
