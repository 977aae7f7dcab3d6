package org.preau.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/**
 * A short notice at the bottom of the page, read out by screen readers. What it says must not be the only place where it is said.
 *
 * @since 1.0
 */
public final class Notice {
    private static final int SHORT = 6_000;
    private static final int LONG = 12_000;

    private Notice() {}

    /** Says that something was done. */
    public static void info(String text) {
        open(text, SHORT);
    }

    /** Says that something was done, and lets it be undone for a while. */
    public static void undo(String text, Runnable undo) {
        Notification notice = open(text, LONG);
        Button button = Buttons.quiet(KitTexts.text("notice.undo"), () -> {
            notice.close();
            undo.run();
        });
        notice.add(button);
    }

    /** Says what went wrong and what to do; stays until it is closed. */
    public static void problem(String text) {
        Notification notice = open(text, 0);
        notice.addClassName("preau-problem");
        notice.add(Buttons.quiet(KitTexts.text("notice.close"), notice::close));
    }

    private static Notification open(String text, int millis) {
        Notification notice = new Notification();
        notice.setPosition(Position.BOTTOM_CENTER);
        notice.setDuration(millis);
        notice.add(new Span(text));
        notice.open();
        return notice;
    }
}
