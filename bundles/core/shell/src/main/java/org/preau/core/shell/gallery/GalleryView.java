package org.preau.core.shell.gallery;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Avatar;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Confirm;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.RichText;
import org.preau.ui.kit.RichTextEditor;
import org.preau.ui.kit.SearchField;

/** Every component of the kit, as it looks and behaves. */
public final class GalleryView extends AppPage {
    private static final int ROWS = 45;

    private final Locale locale;

    GalleryView(ViewContext view) {
        locale = view.user().locale();
        add(
                new PageHeader(text("title")).subtitle(text("subtitle")).back(text("back"), "/"),
                buttons(),
                list(),
                form(),
                text(),
                pictures(),
                hues());
    }

    private String text(String key, Object... arguments) {
        return GalleryApplication.TEXTS.text(locale, key, arguments);
    }

    private Component buttons() {
        Card card = new Card(text("actions"));
        Div row = new Div(
                Buttons.primary(text("primary"), () -> Notice.info(text("done"))),
                Buttons.plain(text("plain"), () -> Notice.undo(text("deleted"), () -> Notice.info(text("restored")))),
                Buttons.quiet(text("quiet"), () -> Notice.problem(text("problem"))),
                Buttons.plain(
                        text("irreversible"),
                        () -> Confirm.irreversible(
                                text("confirm.title"),
                                text("confirm.text"),
                                text("confirm.label"),
                                () -> Notice.info(text("done")))));
        row.addClassName("preau-form-actions");
        card.add(row);
        return card;
    }

    private Component list() {
        Card card = new Card(text("list")).more(text("list.all"), "/app/gallery");
        List<String> names =
                IntStream.rangeClosed(1, ROWS).mapToObj(i -> text("row", i)).toList();
        String[] words = {""};
        ItemList<String> list = new ItemList<>(page -> page(names, words[0], page), name -> new Item(name)
                        .detail(text("row.detail"))
                        .meta(text("row.meta"))
                        .leading(new Avatar(name))
                        .marked(name.equals(names.get(0)))
                        .trailing(Buttons.quiet(text("row.action"), () -> Notice.info(name))))
                .label(text("list"))
                .empty(new EmptyState(Picture.SEARCH, text("list.none")));
        card.add(
                new SearchField(text("search"), searched -> {
                    words[0] = searched;
                    list.refresh();
                }),
                list);
        return card;
    }

    private static Page<String> page(List<String> names, String words, PageRequest page) {
        List<String> found = names.stream().filter(name -> name.contains(words)).toList();
        return new Page<>(found.stream().skip(page.offset()).limit(page.limit()).toList(), found.size());
    }

    private Component form() {
        Card card = new Card(text("form"));
        TextField name = new TextField(text("form.name"));
        RichTextEditor editor = new RichTextEditor(text("form.text"));
        editor.setHelperText(text("form.text.help"));
        FormPanel form = new FormPanel();
        form.field(name, text("form.name.help")).field(editor).cancel(text("form.cancel"), "/");
        form.submit(text("form.submit"), () -> {
            if (name.isEmpty()) {
                form.error(name, text("form.name.missing"));
            }
            if (editor.isEmpty()) {
                form.error(editor, text("form.text.missing"));
            }
            if (!form.hasErrors()) {
                Notice.info(text("done"));
            }
        });
        card.add(form);
        return card;
    }

    private Component text() {
        Card card = new Card(text("rich"));
        card.add(new RichText(text("rich.html")));
        return card;
    }

    private Component pictures() {
        Card card = new Card(text("pictures"));
        for (Picture picture : Picture.values()) {
            card.add(new EmptyState(picture, picture.name()));
        }
        return card;
    }

    private Component hues() {
        Card card = new Card(text("hues"));
        Div tiles = new Div();
        tiles.addClassName("preau-tiles");
        for (Hue hue : Hue.values()) {
            Div tile = new Div(new Span(hue.name()));
            tile.addClassName("preau-tile");
            tile.getElement().setAttribute("data-hue", hue.name());
            tiles.add(tile);
        }
        card.add(tiles);
        return card;
    }
}
