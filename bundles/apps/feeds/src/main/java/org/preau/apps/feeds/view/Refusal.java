package org.preau.apps.feeds.view;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextArea;
import org.preau.api.feed.FeedRun;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Notice;

/** Refuses an archive; the reason goes into the report that the academy gets. */
final class Refusal extends Details {
    private static final int LONGEST = 500;

    Refusal(ReviewView screen, FeedRun run) {
        setSummaryText(screen.text("refuse.title"));
        TextArea reason = new TextArea(screen.text("refuse.reason"));
        reason.setMaxLength(LONGEST);
        FormPanel form = new FormPanel();
        form.field(reason, screen.text("refuse.help"));
        form.alternative(screen.text("refuse.do"), () -> {
            String words = reason.getValue().strip();
            if (words.isEmpty()) {
                form.error(reason, screen.text("refuse.missing"));
                return;
            }
            screen.desk.feeds.reject(screen.subject(), run.id(), words);
            Notice.info(screen.text("refuse.done"));
        });
        add(form);
    }
}
