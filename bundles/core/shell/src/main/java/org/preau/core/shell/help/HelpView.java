package org.preau.core.shell.help;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.UserContext;
import org.preau.api.base.Page;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.help.Topics.Topic;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.RichText;

/** Help (51H): one topic ({@code ?topic=}), or first what belongs to the page that the user came from ({@code ?at=}), then the list of all. */
public final class HelpView extends AppPage implements BeforeEnterObserver {
    private final transient Shell shell;
    private final transient @Nullable UserContext user;

    /** Made by the bridge, on the thread of the page. */
    public HelpView(Shell shell) {
        this.shell = shell;
        UI ui = UI.getCurrent();
        user = shell.sessions()
                .portalSession(ui)
                .map(session -> new UserContext(session, ui.getLocale()))
                .orElse(null);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        if (user == null) {
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        List<Topic> topics = Topics.of(shell, user);
        Optional<Topic> one = query.getSingleParameter("topic")
                .flatMap(id ->
                        topics.stream().filter(topic -> topic.id().equals(id)).findFirst());
        String title = one.map(Topic::title).orElse(ShellTexts.text("help.title"));
        ShellLayout.of(event.getUI()).ifPresent(layout -> layout.title(title));
        if (one.isPresent()) {
            add(
                    new PageHeader(title).back(ShellTexts.text("help.back"), "/help"),
                    new RichText(one.get().html()));
        } else {
            list(topics, query.getSingleParameter("at").orElse(""));
        }
    }

    private void list(List<Topic> topics, String at) {
        add(new PageHeader(ShellTexts.text("help.title")).subtitle(ShellTexts.text("help.subtitle")));
        List<Topic> here = topics.stream().filter(topic -> topic.belongsTo(at)).toList();
        if (!here.isEmpty()) {
            Div part = new Div();
            part.addClassName("preau-page");
            here.forEach(topic -> {
                Card card = new Card(topic.title());
                card.add(new RichText(topic.html()));
                part.add(card);
            });
            add(part);
        }
        String label = ShellTexts.text("help.topics");
        Card all = new Card(label);
        all.add(new ItemList<Topic>(page -> new Page<>(topics, topics.size()), topic -> new Item(topic.title())
                        .href("/help?topic=" + topic.id()))
                .label(label)
                .empty(new EmptyState(Picture.READING, ShellTexts.text("help.none"))));
        add(all);
    }
}
