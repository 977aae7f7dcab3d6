package org.example.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
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
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/** Reads and writes the notes. What changes something asks for the right first; act, audit and event are one transaction. */
@Component(service = Wall.class)
public final class Wall {
    private static final String COLUMNS = "id, school_id, author_name, body, written_at, file_name";

    private final Tx tx;
    private final Authorisation authorisation;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    /** Made by the portal once the schema is there. */
    @Activate
    public Wall(
            @Reference(target = NotesUnit.TARGET) Tx tx,
            @Reference Authorisation authorisation,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this.tx = tx;
        this.authorisation = authorisation;
        this.audit = audit;
        this.events = events;
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

    /** Puts a note on the wall of the writer's present school. */
    void write(PortalSession writer, String text, Attachment file) {
        UUID school = writer.context().structureId();
        authorisation.require(writer.subject(), WriteNoteRule.WRITE, Scope.structure(school));
        tx.writeSql(connection -> {
            UUID id = Ids.next();
            Rows.update(
                    connection,
                    "insert into notes_app.note (id, school_id, author_person, author_name, body, written_at, file_name, file)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    school,
                    writer.personId(),
                    writer.displayName(),
                    text,
                    clock.instant(),
                    file.name(),
                    file.content());
            audit.record(writer.subject(), WriteNoteRule.WRITE, "note:" + id, Map.of("school", school.toString()));
            events.publish(new NotesChanged(school));
            return id;
        });
    }

    /** The file of a note of that school. */
    byte[] file(UUID schoolId, UUID noteId) {
        return tx.readSql(connection -> Rows.first(
                        connection,
                        "select file from notes_app.note where id = ? and school_id = ?",
                        row -> row.getBytes(1),
                        noteId,
                        schoolId)
                .orElse(new byte[0]));
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
