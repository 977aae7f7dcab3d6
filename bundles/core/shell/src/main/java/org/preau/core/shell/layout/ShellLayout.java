package org.preau.core.shell.layout;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLayout;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.app.App;
import org.preau.core.shell.fault.AwayView;
import org.preau.core.shell.markup.Drawn;
import org.preau.core.shell.markup.Markup;
import org.preau.core.shell.notification.Bell;
import org.preau.core.shell.webapp.Branding;
import org.preau.ui.kit.Notice;

/**
 * The frame around every view: a way to skip it, the academy's name, the switcher of applications, where the user is, his menu, and the main part. One for each open page; made again when the user's context
 * changes.
 */
public final class ShellLayout extends Div
        implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {
    private static final String MAIN = "contenu";

    private final transient Shell shell;
    private final transient Optional<PortalSession> session;
    private final transient Branding branding;
    private final Main main = new Main();
    private final Div notices = new Div();
    private final transient @Nullable Switcher switcher;
    private @Nullable Drawn help;
    private @Nullable String title;
    private boolean first = true;

    /** Made by the bridge, on the thread of the page. */
    @SuppressWarnings("this-escape")
    public ShellLayout(Shell shell) {
        this.shell = shell;
        UI ui = UI.getCurrent();
        ComponentUtil.setData(ui, ShellLayout.class, this);
        branding = Branding.of(shell.neighbours());
        session = shell.sessions().portalSession(ui);
        switcher = session.map(user -> new Switcher(shell, user)).orElse(null);
        addClassName("preau-shell");
        session.ifPresent(user ->
                getElement().setAttribute("data-face", face(user.context().profile())));
        main.setId(MAIN);
        main.getElement().setAttribute("tabindex", "-1");
        add(skip(), header(), main);
        showNotices();
    }

    /** The frame of an open page. */
    public static Optional<ShellLayout> of(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, ShellLayout.class));
    }

    /** An application came, went or was switched: what is shown follows. */
    public static void applicationsChanged(UI ui) {
        of(ui).ifPresent(layout -> layout.applicationsChanged());
    }

    /** The user's context changed, here or in another of his pages. */
    public static void contextChanged(UI ui) {
        of(ui).filter(ShellLayout::isOutdated).ifPresent(layout -> ui.refreshCurrentRoute(true));
    }

    /** What developers of plugins are told changed. */
    public static void noticesChanged(UI ui) {
        of(ui).ifPresent(ShellLayout::showNotices);
    }

    private void showNotices() {
        notices.removeAll();
        shell.notices().all().forEach((plugin, text) -> {
            Pre notice = new Pre(plugin + "\n" + text);
            notice.addClassName("preau-dev-notice");
            notice.getElement().setAttribute("role", "alert").setAttribute("data-plugin", plugin);
            notices.add(notice);
        });
        if (notices.getElement().getChildCount() == 0) {
            remove(notices);
        } else {
            addComponentAtIndex(indexOf(main), notices);
        }
    }

    private static String face(Profile profile) {
        return profile == Profile.STUDENT ? "pupil" : profile == Profile.GUARDIAN ? "guardian" : "staff";
    }

    private boolean isOutdated() {
        return !getUI().flatMap(ui -> shell.sessions().portalSession(ui))
                .map(PortalSession::context)
                .equals(session.map(PortalSession::context));
    }

    private void applicationsChanged() {
        HasElement content = content();
        if (content instanceof AwayView away && away.isBack()) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        } else if (content instanceof FollowsApplications view) {
            view.applicationsChanged();
        } else {
            currentApp().filter(app -> !visible(app)).ifPresent(this::leave);
        }
        if (switcher != null) {
            switcher.refresh();
        }
    }

    /** The user does not get it any more: home, and he is told why. */
    private void leave(App app) {
        getUI().ifPresent(ui -> ui.navigate(""));
        Notice.info(ShellTexts.text("app.switchedoff", app.descriptor().name().in(ShellTexts.locale())));
    }

    private boolean visible(App app) {
        return session.isPresent() && shell.applications().gets(session.get(), app);
    }

    /** What is shown in the main part. */
    public @Nullable HasElement content() {
        return getUI().map(ui -> ui.getInternals().getActiveRouterTargetsChain())
                .filter(chain -> !chain.isEmpty())
                .map(chain -> chain.get(0))
                .orElse(null);
    }

    private Optional<App> currentApp() {
        List<String> segments = getUI().map(
                        ui -> ui.getInternals().getActiveViewLocation().getSegments())
                .orElse(List.of());
        return segments.size() > 1 && segments.get(0).equals("app")
                ? shell.applications().serving(segments.get(1))
                : Optional.empty();
    }

    private static Drawn skip() {
        return new Drawn("a", "preau-skip", "href", "#" + MAIN, "router-ignore", "")
                .show(new Markup().text(ShellTexts.text("skip")));
    }

    private Header header() {
        Header header = new Header();
        header.addClassName("preau-top");
        header.add(brand());
        if (switcher != null && session.isPresent()) {
            PortalSession user = session.get();
            header.add(switcher, new ContextChooser(shell, user), tools(user), new UserMenu(shell, user));
        }
        return header;
    }

    private Drawn brand() {
        Markup words = new Markup();
        if (!branding.logoUrl().isEmpty()) {
            words.image(branding.logoUrl());
        }
        return new Drawn("a", "preau-brand", "href", "/").show(words.words("span", "", branding.name()));
    }

    /** Search, notifications and help: links that are everywhere. */
    private Div tools(PortalSession user) {
        Div tools = new Div(tool("/search", "search", "search.title"), new Bell(shell, user));
        help = tool("/help", "question-circle-o", "help.title");
        tools.add(help);
        tools.addClassName("preau-tools");
        return tools;
    }

    private static Drawn tool(String href, String icon, String key) {
        String label = ShellTexts.text(key);
        return new Drawn("a", "preau-tool", "href", href, "aria-label", label, "title", label)
                .show(new Markup().icon(icon));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        title = null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Optional<App> app = currentApp();
        if (app.isPresent()) {
            getElement().setAttribute("data-hue", app.get().descriptor().hue().name());
        } else {
            getElement().removeAttribute("data-hue");
        }
        if (switcher != null) {
            switcher.close();
        }
        String here = "/" + event.getLocation().getPath();
        if (help != null && !here.equals("/help")) {
            help.getElement().setAttribute("href", "/help?at=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
        }
        if (!first) {
            main.getElement().executeJs("this.focus({preventScroll:true});window.scrollTo(0,0)");
        }
        first = false;
    }

    /** Says where the user is, in the title of the page. */
    public void title(String text) {
        title = text;
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    @Override
    public String getPageTitle() {
        String app = currentApp()
                .map(known -> known.descriptor().name().in(ShellTexts.locale()))
                .orElse("");
        StringBuilder all = new StringBuilder();
        for (String part : new String[] {title == null ? "" : title, app}) {
            if (!part.isEmpty() && all.indexOf(part) < 0) {
                all.append(part).append(" – ");
            }
        }
        return all.append(branding.name()).toString();
    }
}
