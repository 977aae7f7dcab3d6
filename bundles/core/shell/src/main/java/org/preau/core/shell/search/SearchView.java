package org.preau.core.shell.search;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.UserContext;
import org.preau.api.base.Page;
import org.preau.api.search.SearchHit;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.SearchField;

/** One field that searches everywhere, results by what they are; the words stay in the address ({@code ?q=}). */
public final class SearchView extends AppPage implements BeforeEnterObserver {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private final transient Shell shell;
    private final transient @Nullable UserContext user;
    private final SearchField field;
    private final Paragraph state = new Paragraph();
    private final Div results = new Div();

    /** Made by the bridge, on the thread of the page. */
    public SearchView(Shell shell) {
        this.shell = shell;
        UI ui = UI.getCurrent();
        user = shell.sessions()
                .portalSession(ui)
                .map(session -> new UserContext(session, ui.getLocale()))
                .orElse(null);
        field = new SearchField(ShellTexts.text("search.label"), this::typed);
        field.setMaxLength(LONGEST);
        field.setPlaceholder(ShellTexts.text("search.example"));
        field.setAutofocus(true);
        state.getElement().setAttribute("role", "status");
        results.addClassName("preau-page");
        add(new PageHeader(ShellTexts.text("search.title")), field, state, results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String words = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("q")
                .orElse("")
                .strip();
        ShellLayout.of(event.getUI()).ifPresent(layout -> layout.title(ShellTexts.text("search.title")));
        field.setValue(words.substring(0, Math.min(LONGEST, words.length())));
        show(field.getValue());
    }

    private void typed(String words) {
        QueryParameters query = words.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", words));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("search", query));
        show(words);
    }

    private void show(String words) {
        results.removeAll();
        if (user == null || words.length() < SHORTEST) {
            state.setText(words.isEmpty() ? "" : ShellTexts.text("search.short"));
            return;
        }
        List<Searches.Found> found = shell.searches().search(user, words);
        List<Searches.Found> there = found.stream().filter(each -> !each.late()).toList();
        String late = found.stream()
                .filter(Searches.Found::late)
                .map(Searches.Found::name)
                .collect(Collectors.joining(", "));
        long total = there.stream().mapToLong(each -> each.hits().total()).sum();
        state.setText(ShellTexts.text("search.found", total)
                + (late.isEmpty() ? "" : " " + ShellTexts.text("search.late", late)));
        there.forEach(each -> results.add(group(each)));
        if (there.isEmpty()) {
            results.add(new EmptyState(Picture.SEARCH, ShellTexts.text("search.none", words)));
        }
    }

    private static Card group(Searches.Found found) {
        Card card = new Card(found.name());
        List<SearchHit> hits = found.hits().items();
        card.add(new ItemList<SearchHit>(page -> new Page<>(hits, hits.size()), SearchView::row).label(found.name()));
        long more = found.hits().total() - hits.size();
        if (more > 0) {
            card.add(new Paragraph(ShellTexts.text("search.more", more)));
        }
        return card;
    }

    private static Item row(SearchHit hit) {
        Item item = new Item(hit.title()).detail(hit.detail());
        return hit.path().startsWith("/app/") ? item.href(hit.path()) : item.away(hit.path());
    }
}
