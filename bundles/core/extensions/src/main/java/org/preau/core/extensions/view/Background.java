package org.preau.core.extensions.view;

import com.vaadin.flow.component.UI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.preau.api.base.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for what takes seconds: a page must not wait for it, and the framework must not wait for a page. */
@Component(service = Background.class)
public final class Background {
    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "preau-extensions");
        made.setDaemon(true);
        return made;
    });

    /** Waits for work. */
    @Activate
    public Background() {}

    /** Ends after what goes on. */
    @Deactivate
    void close() {
        thread.shutdown();
    }

    /**
     * Does something and shows the outcome on the page that asked, if it is still open.
     *
     * @param refused told when it was refused, in words for the user
     * @param failed told when it failed otherwise
     */
    <T> void run(Supplier<T> work, Consumer<T> done, Consumer<PortalException> refused, Runnable failed) {
        UI page = UI.getCurrent();
        thread.execute(() -> {
            try {
                T result = work.get();
                show(page, () -> done.accept(result));
            } catch (PortalException e) {
                show(page, () -> refused.accept(e));
            } catch (RuntimeException | LinkageError e) {
                log.error("An act on an extension failed", e);
                show(page, failed);
            }
        });
    }

    private static void show(UI page, Runnable change) {
        page.accessLater(change::run, () -> log.debug("The page was left")).run();
    }
}
