package org.example.notes;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.notification.Notification;
import org.preau.api.notification.Notifications;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.api.storage.FileStore;

/** Reads and writes the notes. What changes something asks for the right first; act, audit, event and notification are one transaction. */
@Component(service = Wall.class)
public final class Wall {
    /** Bytes that a file may have. */
    static final int LARGEST_FILE = 1_000_000;

    private static final String OWNER = "notes_app";
    private static final String COLUMNS = "id, school_id, author_name, body, written_at, file_name";

    private final Tx tx;
    private final Authorisation authorisation;
    private final Audit audit;
    private final Events events;
    private final Notifications notifications;
    private final FileStore files;
    private final Clock clock;

    /** Made by the portal once the schema is there. */
    @Activate
    public Wall(
            @Reference(target = NotesUnit.TARGET) Tx tx,
            @Reference Authorisation authorisation,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Notifications notifications,
            @Reference FileStore files,
            @Reference Clock clock) {
        this.tx = tx;
        this.authorisation = authorisation;
        this.audit = audit;
        this.events = events;
        this.notifications = notifications;
        this.files = files;
        this.clock = clock;
    }

    boolean mayWrite(Subject subject) {
        UUID school = subject.structureId();
        return school != null && authorisation.allows(subject, WriteNoteRule.WRITE, Scope.structure(school));
    }

    /** The notes of a school, the latest first; the database pages them. */
    Page<Note> notes(UUID schoolId, PageRequest page) {
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        "select " + COLUMNS + " from notes_app.note where school_id = ?"
                                + " order by written_at desc, id desc offset ? limit ?",
                        Wall::note,
                        schoolId,
                        page.offset(),
                        page.limit()),
                Rows.count(connection, "select count(*) from notes_app.note where school_id = ?", schoolId)));
    }

    /** The notes of a school that hold all these words, whatever their case and accents, the latest first. */
    Page<Note> search(UUID schoolId, String words, int most) {
        List<String> patterns = Arrays.stream(words.strip().split("\\s+"))
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toList();
        String fits = " from notes_app.note where school_id = ? and public.unaccent(lower(body)) like all"
                + " (select public.unaccent(lower(word)) from unnest(?::text[]) word)";
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        "select " + COLUMNS + fits + " order by written_at desc, id desc limit ?",
                        Wall::note,
                        schoolId,
                        patterns,
                        most),
                Rows.count(connection, "select count(*)" + fits, schoolId, patterns)));
    }

    /**
     * Puts a note on the wall of the writer's present school. The file is kept first: a store takes no part in transactions, and a file that nothing names harms nobody.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN}; {@code INVALID_INPUT} when the file is too large or the quota is used up
     */
    void write(PortalSession writer, String text, Attachment file) {
        UUID school = writer.context().structureId();
        authorisation.require(writer.subject(), WriteNoteRule.WRITE, Scope.structure(school));
        UUID id = Ids.next();
        if (file.content().length > 0) {
            files.put(OWNER, id.toString(), new ByteArrayInputStream(file.content()), LARGEST_FILE);
        }
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into notes_app.note (id, school_id, author_person, author_name, body, written_at, file_name)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    school,
                    writer.personId(),
                    writer.displayName(),
                    text,
                    clock.instant(),
                    file.name());
            audit.record(writer.subject(), WriteNoteRule.WRITE, "note:" + id, Map.of("school", school.toString()));
            events.publish(new NotesChanged(school));
            notifications.send(tidings(school, writer.accountId()));
            return id;
        });
    }

    /** What everybody of the school who has the application is told, but the writer: no word of the note, since it may leave by mail. */
    private static Notification tidings(UUID school, UUID writer) {
        return new Notification(
                NotesApplication.ID,
                NotesApplication.TEXTS.both("notification.new"),
                NotesApplication.PATH,
                List.of(Scope.structure(school)),
                NotesApplication.AUDIENCE,
                List.of(),
                writer,
                false);
    }

    /** The file of a note of that school, for the caller to close; nothing without one. */
    Optional<InputStream> file(UUID schoolId, UUID noteId) {
        Optional<byte[]> column = tx.readSql(connection -> Rows.first(
                connection,
                "select file from notes_app.note where id = ? and school_id = ?",
                row -> row.getBytes(1),
                noteId,
                schoolId));
        if (column.isEmpty()) {
            return Optional.empty();
        }
        return files.open(OWNER, noteId.toString())
                .or(() -> column.filter(bytes -> bytes.length > 0).map(ByteArrayInputStream::new));
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "school_id"),
                row.getString("author_name"),
                row.getString("body"),
                Objects.requireNonNull(Rows.instant(row, "written_at")),
                row.getString("file_name"));
    }
}
