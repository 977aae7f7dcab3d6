package ${package};

import com.vaadin.flow.component.textfield.TextField;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.app.ViewContext;
import org.preau.api.signin.PortalSession;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** The page at {@code /app/${artifactId}}. A new one is made at each visit; what others write appears by push. */
public final class BoardView extends AppPage {
    private final Board board;
    private final ViewContext view;
    private final ItemList<Note> list;

    /** The board of the school that the user is in. */
    public BoardView(Board board, ViewContext view) {
        this.board = board;
        this.view = view;
        PortalSession user = view.user().session();
        list = new ItemList<>(
                        page -> board.notes(user, page), note -> new Item(note.text()).detail(note.author()))
                .label(text("list.label"))
                .empty(new EmptyState(Picture.READING, text("list.empty")));
        view.title(text("app.name"));
        add(new PageHeader(text("app.name")).subtitle(user.context().structureName()));
        if (board.mayWrite(user)) {
            add(form(user));
        }
        add(list);
        view.on(ContributionsChanged.class, event -> {
            if (event.appId().equals(BoardApplication.ID) && event.scopes().contains(Board.scope(user))) {
                list.refresh();
            }
        });
    }

    private FormPanel form(PortalSession user) {
        TextField note = new TextField(text("note.label"));
        FormPanel form = new FormPanel();
        form.field(note, text("note.help"));
        form.submit(text("note.submit"), () -> {
            board.write(user, note.getValue());
            note.clear();
        });
        return form;
    }

    private String text(String key) {
        return BoardApplication.TEXTS.text(view.user().locale(), key);
    }
}
