package org.preau.core.shell.bridge;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import org.preau.api.base.PortalException;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.ui.kit.Notice;

/** Prepares Flow's service for the portal: language, head of the page, messages, and what happens when a listener throws. */
final class PageSetUp {
    private final Shell shell;

    PageSetUp(Shell shell) {
        this.shell = shell;
    }

    void prepare(VaadinService service) {
        service.addSessionInitListener(event -> event.getSession().setErrorHandler(this::failed));
        service.addUIInitListener(this::opened);
        service.setSystemMessagesProvider(info -> messages(info.getLocale()));
    }

    private void opened(UIInitEvent event) {
        UI ui = event.getUI();
        ui.setLocale(localeOf(VaadinRequest.getCurrent()));
        ui.getReconnectDialogConfiguration().setDialogText(ShellTexts.text(ui.getLocale(), "connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ShellTexts.text(ui.getLocale(), "connection.gaveup"));
    }

    private Locale localeOf(VaadinRequest request) {
        return request instanceof VaadinServletRequest servlet
                ? shell.neighbours()
                        .pages()
                        .map(pages -> pages.localeOf(servlet.getHttpServletRequest()))
                        .orElse(Locale.FRENCH)
                : Locale.FRENCH;
    }

    /** A listener of a view threw: the page lives on. */
    private void failed(ErrorEvent event) {
        UI ui = UI.getCurrent();
        Throwable failure = event.getThrowable();
        if (failure instanceof PortalException known && ui != null) {
            Notice.problem(known.userMessage(ui.getLocale()));
            return;
        }
        if (ui != null) {
            ui.getInternals().getActiveRouterTargetsChain().stream()
                    .findFirst()
                    .ifPresent(view -> shell.neighbours().containment().failed(view, failure));
        }
        String part = ui == null ? "page" : partOf(ui.getInternals().getActiveViewLocation());
        String reference = shell.neighbours().fault(part, failure);
        if (ui != null && ui.isAttached()) {
            Notice.problem(ShellTexts.text(ui.getLocale(), "fault.notice", reference));
        }
    }

    private static String partOf(Location location) {
        String path = location.getPath();
        String[] segments = path.split("/");
        return segments.length > 1 && segments[0].equals("app") ? segments[1] : "/" + path;
    }

    private static CustomizedSystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(ShellTexts.text(locale, "fault.caption"));
        messages.setInternalErrorMessage(ShellTexts.text(locale, "fault.reload"));
        messages.setCookiesDisabledCaption(ShellTexts.text(locale, "fault.caption"));
        messages.setCookiesDisabledMessage(ShellTexts.text(locale, "fault.cookies"));
        return messages;
    }
}
