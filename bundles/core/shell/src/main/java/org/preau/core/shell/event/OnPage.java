package org.preau.core.shell.event;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on open pages from other threads: done at once where the page is free, else by the thread that has it; what throws goes to the page's error handler. */
public final class OnPage {
    private static final Logger log = LoggerFactory.getLogger(OnPage.class);

    private OnPage() {}

    /** Does something in a page, with push; nothing when the page was closed meanwhile. */
    public static void run(UI ui, Runnable act) {
        try {
            Future<Void> unused = ui.access(act::run);
        } catch (UIDetachedException e) {
            log.debug("the page was closed meanwhile");
        }
    }

    /** Does something in a session. */
    public static void run(VaadinSession session, Runnable act) {
        Future<Void> unused = session.access(act::run);
    }
}
