package org.preau.core.shell.fault;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.preau.api.base.PortalException;
import org.preau.api.containment.StoppedPluginException;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** Shown inside the frame instead of a view that threw: what happened, what to do, and last the reference number. Everything around it lives. */
@ParentLayout(ShellLayout.class)
public final class FaultView extends AppPage implements HasErrorParameter<Exception> {
    private final transient Shell shell;

    /** Made by the bridge. */
    public FaultView(Shell shell) {
        this.shell = shell;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Throwable failure = parameter.getCaughtException();
        if (failure instanceof PortalException known) {
            show(
                    ShellTexts.text(known instanceof StoppedPluginException ? "fault.stopped" : "fault.known"),
                    known.userMessage(ShellTexts.locale()));
            return known.code().httpStatus();
        }
        List<String> segments = event.getLocation().getSegments();
        boolean app = segments.size() > 1 && segments.get(0).equals("app");
        String part = app ? segments.get(1) : "/" + event.getLocation().getPath();
        String reference = shell.neighbours().fault(part, failure);
        show(ShellTexts.text("fault.title"), ShellTexts.text("fault.text", reference));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private void show(String title, String text) {
        removeAll();
        add(
                new PageHeader(title),
                new EmptyState(Picture.BROKEN, text).action(Links.to("/", ShellTexts.text("fault.home"))));
    }
}
