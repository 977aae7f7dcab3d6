package org.preau.apps.feeds.view;

import com.vaadin.flow.component.html.Div;
import org.preau.api.base.PortalException;
import org.preau.api.feed.FeedRun;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Notice;

/** The one thing to do with an archive that is not on hold, and what else can be done. */
final class Acts extends Div {
    private final ReviewView screen;

    Acts(ReviewView screen, FeedRun run) {
        this.screen = screen;
        addClassName("preau-form-actions");
        switch (run.state()) {
            case CHECKED -> {
                add(Buttons.primary(screen.text("act.apply"), () -> apply(run)));
                add(new Refusal(screen, run));
            }
            case FAILED -> add(Buttons.primary(screen.text("act.again"), () -> apply(run)));
            case APPLIED -> add(screen.restore(run));
            case RECEIVED, CHECKING, HELD, APPLYING, REJECTED, RESTORED -> setVisible(false);
        }
    }

    private void apply(FeedRun run) {
        try {
            screen.desk.feeds.apply(screen.subject(), run.id());
            Notice.info(screen.text("act.applying"));
        } catch (PortalException refused) {
            Notice.problem(refused.userMessage(screen.locale()));
        }
    }
}
