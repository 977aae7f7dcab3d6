package org.example.notes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** The wall of the user's school. Who writes sees a form; everybody sees new notes at once. A view is made again at each visit. */
public final class NotesView extends AppPage {
    private static final int LONGEST = 500;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Wall wall;
    private final ViewContext view;
    private final UUID school;
    private final TextArea text = new TextArea();
    private final Upload upload = new Upload();
    private Attachment file = Attachment.NONE;

    NotesView(Wall wall, ViewContext view) {
        this.wall = wall;
        this.view = view;
        this.school = view.user().session().context().structureId();
        ItemList<Note> notes = new ItemList<>(page -> wall.notes(school, page), this::row)
                .label(say("list.title"))
                .empty(new EmptyState(Picture.WRITING, say("list.empty")));
        Card wallCard = new Card(say("list.heading"));
        wallCard.add(notes);
        add(new PageHeader(say("list.title"))
                .subtitle(view.user().session().context().structureName()));
        if (wall.mayWrite(view.user().subject())) {
            add(form());
        }
        add(wallCard);
        // Push: called in every open page of the school, on every node, after the commit.
        view.on(NotesChanged.class, event -> {
            if (event.schoolId().equals(school)) {
                notes.refresh();
            }
        });
    }

    private FormPanel form() {
        text.setLabel(say("field.text"));
        text.setMaxLength(LONGEST);
        setUpUpload();
        FormPanel form = new FormPanel().field(text).field(upload);
        return form.submit(say("action.write"), () -> write(form));
    }

    private void setUpUpload() {
        upload.setUploadHandler(UploadHandler.inMemory(
                (metadata, content) -> file = new Attachment(plain(metadata.fileName()), content)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Wall.LARGEST_FILE);
        upload.setUploadButton(Buttons.plain(say("file.choose"), () -> {}));
        upload.setDropLabel(new Span(say("file.drop")));
        upload.addFileRejectedListener(event -> Notice.problem(say("file.refused")));
    }

    private void write(FormPanel form) {
        if (text.getValue().isBlank()) {
            form.error(text, say("field.text.missing"));
            return;
        }
        wall.write(view.user().session(), text.getValue().strip(), file);
        text.clear();
        upload.clearFileList();
        file = Attachment.NONE;
    }

    private Item row(Note note) {
        Item item = new Item(note.text()).detail(note.author()).meta(day(note));
        return note.fileName().isEmpty() ? item : item.trailing(download(note));
    }

    private Component download(Note note) {
        return new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        wall.file(school, note.id()).orElseGet(InputStream::nullInputStream),
                        note.fileName(),
                        "application/octet-stream",
                        -1)),
                note.fileName());
    }

    private String day(Note note) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(note.writtenAt().atZone(ZONE));
    }

    private String say(String key) {
        return NotesApplication.TEXTS.text(locale(), key);
    }

    private Locale locale() {
        return view.user().locale();
    }

    private static String plain(String name) {
        return String.valueOf(Path.of(name).getFileName());
    }
}
