package org.preau.core.shell.app;

import java.util.List;
import java.util.Optional;
import org.preau.api.app.HomeCard;
import org.preau.api.app.QuickAction;
import org.preau.api.app.TodayItem;

/**
 * What one application gives to one user's home page.
 *
 * @param card its card
 * @param today its items for today
 * @param actions its quick actions
 * @param badge how many things wait
 * @param fault reference of the fault when it failed, an empty one while it is stopped; else nothing
 */
public record Contribution(
        Optional<HomeCard> card, List<TodayItem> today, List<QuickAction> actions, int badge, Optional<String> fault) {
    /** Nothing at all. */
    public static final Contribution NONE =
            new Contribution(Optional.empty(), List.of(), List.of(), 0, Optional.empty());

    /** Of an application that is stopped for a while. */
    public static final Contribution STOPPED = failed("");

    /** Keeps its own copies. */
    public Contribution {
        today = List.copyOf(today);
        actions = List.copyOf(actions);
    }

    /** A failure, with its reference. */
    public static Contribution failed(String reference) {
        return new Contribution(Optional.empty(), List.of(), List.of(), 0, Optional.of(reference));
    }
}
