package org.preau.core.extensions.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import org.preau.api.app.ViewContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.extension.Extension;
import org.preau.api.extension.ExtensionState;
import org.preau.api.extension.ExtensionsChanged;
import org.preau.api.extension.PastAct;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** What is installed, what was left behind, and the way to add something. */
public final class ExtensionsView extends Screen {
    private final Div body = new Div();

    /** The page for this user. */
    public ExtensionsView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("title"));
        if (!desk.extensions.allows(subject())) {
            closed();
            return;
        }
        body.addClassName("preau-page");
        add(new PageHeader(text("title")).subtitle(text("subtitle")), body, new AddCard(this, this::show), below());
        show();
        view.on(ExtensionsChanged.class, event -> show());
    }

    private final Div shipped = new Div();
    private final Div story = new Div();

    private Div below() {
        return new Div(shipped, story);
    }

    private void show() {
        List<Extension> all = desk.extensions.list(subject());
        body.removeAll();
        refused(desk.extensions.refused(subject()));
        body.add(card(
                "installed", all.stream().filter(each -> !each.jar().shipped()).toList()));
        KeptCard kept = new KeptCard(this, this::show);
        if (kept.isNeeded()) {
            body.add(kept);
        }
        shipped.removeAll();
        shipped.add(card(
                "shipped", all.stream().filter(each -> each.jar().shipped()).toList()));
        story.removeAll();
        story.add(history());
    }

    private void refused(Map<String, LocalizedText> files) {
        if (files.isEmpty()) {
            return;
        }
        Card card = new Card(text("refused")).icon("warning");
        card.add(new Paragraph(text("refused.help")));
        files.forEach((file, why) -> card.add(new Item(file).detail(why.in(locale()))));
        body.add(card);
    }

    private Card card(String key, List<Extension> extensions) {
        Card card = new Card(text(key));
        card.add(new ItemList<Extension>(page -> page(extensions, page), this::row)
                .label(text(key + ".label"))
                .empty(new EmptyState(Picture.DONE, text("installed.empty"))));
        return card;
    }

    private static Page<Extension> page(List<Extension> all, PageRequest page) {
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    private Item row(Extension each) {
        String maker = each.jar().provider().isEmpty() ? "" : " · " + each.jar().provider();
        return new Item(each.jar().name())
                .href(HOME + "/extension/" + each.id())
                .detail(text("version", each.jar().version()) + maker + " · "
                        + signature(each.jar().signature()))
                .meta(text("state." + each.jar().state()))
                .marked(each.jar().state() != ExtensionState.RUNNING);
    }

    private Card history() {
        Card card = new Card(text("history"));
        card.add(new ItemList<PastAct>(page -> desk.extensions.history(subject(), "", page), this::line)
                .pageSize(10)
                .label(text("history"))
                .empty(new Paragraph(text("history.empty"))));
        return card;
    }
}
