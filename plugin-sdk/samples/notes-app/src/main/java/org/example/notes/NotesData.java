package org.example.notes;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;

/**
 * What this application keeps about a person: given to him on request, his files too, and forgotten when he is erased (GDPR articles 15, 17 and 20). The note stays on the wall of the school, without his name.
 */
@Component
public final class NotesData implements PersonalData {
    private final Tx tx;
    private final Wall wall;

    /** Made by the portal. */
    @Activate
    public NotesData(@Reference(target = NotesUnit.TARGET) Tx tx, @Reference Wall wall) {
        this.tx = tx;
        this.wall = wall;
    }

    private record Written(UUID id, UUID school, Instant at, String text, String fileName) {}

    @Override
    public String id() {
        return NotesApplication.ID;
    }

    @Override
    public LocalizedText name() {
        return NotesApplication.TEXTS.both("data.name");
    }

    /** Reads first and writes after: no transaction is open while an archive is written. */
    @Override
    public void export(DataSubject who, PersonalArchive archive) throws IOException {
        List<Written> notes = tx.readSql(connection -> Rows.list(
                connection,
                "select id, school_id, written_at, body, file_name from notes_app.note where author_person = ? order by written_at",
                NotesData::written,
                who.personId()));
        if (!notes.isEmpty()) {
            archive.text(
                    "notes.txt",
                    notes.stream().map(each -> each.at() + "\t" + each.text()).collect(Collectors.joining("\n")));
        }
        for (Written note : notes) {
            Optional<InputStream> file = wall.file(note.school(), note.id());
            if (file.isPresent()) {
                try (InputStream content = file.get()) {
                    content.transferTo(archive.file("files/" + note.id() + "-" + plain(note.fileName())));
                }
            }
        }
    }

    /** Joins the transaction of the erasure; doing it again changes nothing. */
    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> Rows.update(
                connection,
                "update notes_app.note set author_person = null, author_name = '' where author_person = ?",
                who.personId()));
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "school_id"),
                Objects.requireNonNull(Rows.instant(row, "written_at")),
                row.getString("body"),
                row.getString("file_name"));
    }

    /** A name that every system can unpack. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("\\.{2,}", "_");
    }
}
