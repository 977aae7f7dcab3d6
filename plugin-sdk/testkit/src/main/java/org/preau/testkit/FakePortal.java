package org.preau.testkit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.preau.api.app.AppView;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserContext;
import org.preau.api.base.Profile;

/**
 * The portal as a plugin's test needs it, without a container: its services in memory, a school with a person of each profile, a clock that the test moves, and pages on which views are shown.
 *
 * <pre>{@code
 * try (FakePortal portal = FakePortal.open()) {
 *     Screen screen = portal.show(new HelloApplication(), "", portal.user(Profile.STUDENT));
 *     assertThat(screen.text()).contains("Bonjour Léa");
 * }
 * }</pre>
 *
 * <p>For one thread. A view's data live in a real PostgreSQL: {@link TestDatabase}.
 */
public final class FakePortal implements AutoCloseable {
    private final SettableClock clock = new SettableClock();
    private final FakeDirectory directory = new FakeDirectory();
    private final FakeStructures structures = new FakeStructures();
    private final TestSchool school = new TestSchool(directory, structures);
    private final FakeAuthorisation authorisation = new FakeAuthorisation(directory);
    private final FakeAudit audit = new FakeAudit();
    private final FakeEvents events = new FakeEvents();
    private final FakeJobs jobs = new FakeJobs();
    private final FakeHours hours = new FakeHours();
    private final List<FakeView> pages = new ArrayList<>();

    private FakePortal() {}

    /** A portal of the test's own. */
    public static FakePortal open() {
        return new FakePortal();
    }

    /** Its time. */
    public SettableClock clock() {
        return clock;
    }

    /** Its people. */
    public FakeDirectory directory() {
        return directory;
    }

    /** Its schools and what is above them. */
    public FakeStructures structures() {
        return structures;
    }

    /** The school with a person of each profile. */
    public TestSchool school() {
        return school;
    }

    /** Who may do what: nobody anything, until the test says so. */
    public FakeAuthorisation authorisation() {
        return authorisation;
    }

    /** What was done. */
    public FakeAudit audit() {
        return audit;
    }

    /** What was published; open pages hear it at once. */
    public FakeEvents events() {
        return events;
    }

    /** What was scheduled. */
    public FakeJobs jobs() {
        return jobs;
    }

    /** When things may appear. */
    public FakeHours hours() {
        return hours;
    }

    /** The person of that profile, reading French. */
    public UserContext user(Profile profile) {
        return user(profile, Locale.FRENCH);
    }

    /** The person of that profile, reading French or English. */
    public UserContext user(Profile profile, Locale locale) {
        return new UserContext(school.session(profile), locale);
    }

    /**
     * Shows a view of an application on a page of its own, as when that user goes there.
     *
     * @param path the path as {@code views()} has it: {@code ""}, {@code "mine"}; the parameters of a route are not filled in
     * @throws AssertionError when the application has no such view
     */
    public Screen show(PortalApplication application, String path, UserContext user) {
        AppView<?> view = application.views().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no view at '" + path + "'"));
        return show(view, user);
    }

    /** Shows a view on a page of its own. */
    public Screen show(AppView<?> view, UserContext user) {
        FakeView page = new FakeView(user);
        page.enter();
        events.listen(page);
        pages.add(page);
        Component component = view.factory().apply(page);
        page.show(component);
        return new Screen(component, page);
    }

    /** Closes the pages. */
    @Override
    public void close() {
        pages.forEach(events::forget);
        pages.clear();
        UI.setCurrent(null);
    }
}
