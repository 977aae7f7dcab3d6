package org.example.notes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserFile;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** What this application keeps about a person: given to him on request, forgotten when he is erased (GDPR articles 15, 17 and 20). The note stays on the wall, without his name. */
@Component(service = OwnNotes.class)
public final class OwnNotes {
    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public OwnNotes(@Reference(target = NotesUnit.TARGET) Tx tx) {
        this.tx = tx;
    }

    List<UserFile> export(UUID personId) {
        List<String> lines = tx.readSql(connection -> Rows.list(
                connection,
                "select written_at, body from notes_app.note where author_person = ? order by written_at",
                row -> Rows.instant(row, "written_at") + "\t" + row.getString("body"),
                personId));
        return lines.isEmpty()
                ? List.of()
                : List.of(new UserFile(
                        "notes/notes.txt", String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    /** Joins the transaction of the erasure. */
    void erase(UUID personId) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "update notes_app.note set author_person = null, author_name = '' where author_person = ?",
                personId));
    }
}
