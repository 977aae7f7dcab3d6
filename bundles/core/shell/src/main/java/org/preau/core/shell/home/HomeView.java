package org.preau.core.shell.home;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.app.UserContext;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.directory.Scope;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.app.App;
import org.preau.core.shell.app.Contribution;
import org.preau.core.shell.app.Contributions;
import org.preau.core.shell.event.OnPage;
import org.preau.core.shell.layout.FollowsApplications;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.core.shell.markup.Drawn;
import org.preau.core.shell.markup.Markup;
import org.preau.ui.kit.AppIcon;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.PageHeader;

/**
 * The home page. It knows no application: it shows what those that the user gets contribute, in the order of his profile's face; what is there within 300 ms at once, the rest when it comes, by push.
 */
public final class HomeView extends AppPage implements FollowsApplications {
    private static final String READ_ALOUD =
            "const s=speechSynthesis;if(s.speaking){s.cancel();return}const u=new SpeechSynthesisUtterance(document.querySelector('main').innerText);"
                    + "u.lang=document.documentElement.lang;u.rate=.9;s.speak(u)";

    private final transient Shell shell;
    private final transient @Nullable PortalSession session;
    private final Face face;
    private final transient Map<String, Contribution> contributions = new HashMap<>();
    private final Part<List<Given.Item>> today;
    private final Part<Given> actions = new Part<>("preau-part", HomeParts::actions);
    private final Part<Given> cards = new Part<>("preau-cards", HomeParts::cards);
    private final Part<List<Tile>> tiles = new Part<>("preau-part", HomeParts::tiles);
    private transient @Nullable Set<Scope> scopes;

    /** Made by the bridge, on the thread of the page. */
    public HomeView(Shell shell) {
        this.shell = shell;
        session = shell.sessions().portalSession(UI.getCurrent()).orElse(null);
        face = session == null ? Face.PUPIL : Face.of(session.context().profile());
        today = new Part<>(
                "preau-part",
                switch (face) {
                    case PUPIL -> HomeParts::pupilsToday;
                    case GUARDIAN -> HomeParts::waiting;
                    default -> HomeParts::today;
                });
        addClassNames("preau-home", "preau-home-" + face.name().toLowerCase(java.util.Locale.ROOT));
        if (session != null) {
            add(header(session));
            add(Notices.of(shell, new UserContext(session, UI.getCurrent().getLocale())));
            add(parts(session));
        }
    }

    private Component header(PortalSession user) {
        String hello = ShellTexts.text("home.hello", user.firstName());
        if (face == Face.PUPIL) {
            Button speaker = Buttons.quiet(ShellTexts.text("home.listen"), () -> {});
            speaker.setIcon(new AppIcon("volume-up"));
            speaker.getElement().executeJs("this.addEventListener('click',()=>{" + READ_ALOUD + "})");
            return new PageHeader(hello).actions(speaker);
        }
        return new Drawn("header", "preau-page-header")
                .show(new Markup()
                        .open("div", "class", "preau-page-words")
                        .words("h1", "", hello)
                        .words("p", "", below(user))
                        .close("div"));
    }

    /** What a page is about besides the user: a teacher's classes, the school of who runs one. */
    private String below(PortalSession user) {
        if (face == Face.ADMINISTRATOR) {
            return user.context().structureName();
        }
        if (face != Face.TEACHER) {
            return "";
        }
        List<String> classes = People.classes(shell, user);
        return classes.isEmpty()
                ? user.context().structureName()
                : ShellTexts.text(classes.size() == 1 ? "home.class" : "home.classes", String.join(", ", classes));
    }

    private List<Component> parts(PortalSession user) {
        return switch (face) {
            case PUPIL -> List.of(today, tiles);
            case GUARDIAN -> {
                List<Component> parts = new ArrayList<>(People.children(shell, user));
                parts.addAll(List.of(today, tiles, cards));
                yield parts;
            }
            case TEACHER -> List.of(actions, today, cards, tiles);
            case ADMINISTRATOR -> List.of(cards, today, actions, tiles);
        };
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (session != null) {
            ask(event.getUI(), shell.applications().of(session), true);
            render();
        }
    }

    /** What an application contributes has changed for some people: asked again if the user of this page is one of them. */
    public static void contributionsChanged(UI ui, ContributionsChanged event) {
        if (ShellLayout.of(ui).map(ShellLayout::content).orElse(null) instanceof HomeView home
                && home.concerns(event)) {
            home.askAgain(ui, event.appId());
        }
    }

    private void askAgain(UI ui, String appId) {
        shell.applications().serving(appId).filter(this::gets).ifPresent(app -> ask(ui, List.of(app), false));
        render();
    }

    private boolean gets(App app) {
        return session != null && shell.applications().gets(session, app);
    }

    private boolean concerns(ContributionsChanged event) {
        PortalSession user = session;
        if (user == null || user.context().profile() == org.preau.api.base.Profile.ACADEMY) {
            return user != null;
        }
        if (event.scopes().contains(Scope.structure(user.context().structureId()))) {
            return true;
        }
        Set<Scope> known = scopes;
        if (known == null) {
            known = shell.neighbours()
                    .directory()
                    .map(directory -> directory.scopesOf(user.personId()).stream()
                            .map(org.preau.api.directory.Membership::scope)
                            .collect(Collectors.toSet()))
                    .orElse(Set.of());
            scopes = known;
        }
        return event.scopes().stream().anyMatch(known::contains);
    }

    @Override
    public void applicationsChanged() {
        PortalSession user = session;
        if (user != null) {
            List<App> now = shell.applications().of(user);
            contributions.keySet().retainAll(now.stream().map(App::id).collect(Collectors.toSet()));
            List<App> unknown = now.stream()
                    .filter(app -> !contributions.containsKey(app.id()))
                    .toList();
            getUI().ifPresent(ui -> ask(ui, unknown, false));
            render();
        }
    }

    private void ask(UI ui, List<App> apps, boolean wait) {
        PortalSession user = session;
        if (user == null) {
            return;
        }
        UserContext context = new UserContext(user, ui.getLocale());
        Map<App, CompletableFuture<Contribution>> asked = new LinkedHashMap<>();
        apps.forEach(app -> asked.put(app, shell.contributions().ask(app, context)));
        if (wait) {
            waitFor(asked.values().toArray(new CompletableFuture<?>[0]));
        }
        asked.forEach((app, answer) -> {
            if (answer.isDone()) {
                contributions.put(app.id(), answer.join());
            } else {
                CompletableFuture<Void> unused = answer.thenAccept(contribution -> late(ui, app.id(), contribution));
            }
        });
    }

    private static void waitFor(CompletableFuture<?>[] answers) {
        try {
            CompletableFuture.allOf(answers).get(Contributions.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return;
        }
    }

    private void late(UI ui, String appId, Contribution contribution) {
        OnPage.run(ui, () -> {
            if (isAttached() && shell.applications().serving(appId).isPresent()) {
                contributions.put(appId, contribution);
                render();
            }
        });
    }

    private void render() {
        PortalSession user = session;
        if (user == null) {
            return;
        }
        Given given = new Given(shell.applications().of(user), contributions);
        today.show(given.today());
        actions.show(given);
        cards.show(given);
        List<Tile> all = new ArrayList<>();
        given.apps().forEach(app -> all.add(Tile.of(app, given.of(app), face != Face.PUPIL)));
        connectors(user).forEach(connector -> all.add(Tile.of(connector)));
        tiles.show(all);
    }

    private List<ConnectorStatus> connectors(PortalSession user) {
        try {
            return shell.neighbours()
                    .connectors()
                    .map(catalogue -> catalogue.visibleTo(user))
                    .orElse(List.of());
        } catch (RuntimeException e) {
            shell.neighbours().fault("connectors", e);
            return List.of();
        }
    }
}
