package org.preau.core.shell.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.preau.api.app.TodayItem;
import org.preau.core.shell.app.App;
import org.preau.core.shell.app.Contribution;

/**
 * What the user's applications have given so far.
 *
 * @param apps the applications, by order
 * @param byApp contributions by application id; none for those that have not answered
 */
record Given(List<App> apps, Map<String, Contribution> byApp) {
    Given {
        apps = List.copyOf(apps);
        byApp = Map.copyOf(byApp);
    }

    Contribution of(App app) {
        return byApp.getOrDefault(app.id(), Contribution.NONE);
    }

    /** All items for today: what asks most first, then by order of the applications. */
    List<Item> today() {
        List<Item> items = new ArrayList<>();
        for (App app : apps) {
            of(app).today().forEach(item -> items.add(new Item(item, app.address(item.path()), hueOf(app))));
        }
        items.sort(Comparator.comparing(item -> item.item().kind()));
        return items;
    }

    private static String hueOf(App app) {
        return app.descriptor().hue().name();
    }

    /**
     * An item for today with its address.
     *
     * @param item the item
     * @param href where it is done
     * @param hue colour of its application
     */
    record Item(TodayItem item, String href, String hue) {}
}
