#set( $schema = $artifactId.replace("-", "_") )
package ${package};

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/** The boards of the schools. Act, trace and event are one transaction: all of them happen, or none. */
@Component(service = Board.class)
public final class Board {
    private static final int LONGEST = 500;

    private final Tx tx;
    private final Authorisation authorisation;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public Board(
            @Reference(target = BoardUnit.TARGET) Tx tx,
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

    /** Whether this user may write on the board of the school he is in. */
    public boolean mayWrite(PortalSession user) {
        return authorisation.allows(user.subject(), WriteRule.WRITE, scope(user));
    }

    /**
     * Writes a note on the board of the school the user is in; open pages of this school hear of it.
     *
     * @throws PortalException {@code FORBIDDEN} for who may not, {@code INVALID_INPUT} for a text that is empty or too long
     */
    public void write(PortalSession user, String text) {
        authorisation.require(user.subject(), WriteRule.WRITE, scope(user));
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw new PortalException(ErrorCode.INVALID_INPUT, BoardApplication.TEXTS, "note.length", LONGEST);
        }
        UUID id = Ids.next();
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into ${schema}.note (id, structure_id, body, author_person, author_name, at) values (?, ?, ?, ?, ?, ?)",
                    id,
                    user.context().structureId(),
                    stripped,
                    user.personId(),
                    user.displayName(),
                    clock.instant());
            audit.record(user.subject(), WriteRule.WRITE, "note:" + id, Map.of());
            events.publish(new ContributionsChanged(BoardApplication.ID, List.of(scope(user))));
            return id;
        });
    }

    /** The notes of the school the user is in, the latest first. */
    public Page<Note> notes(PortalSession user, PageRequest page) {
        UUID school = user.context().structureId();
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        "select id, body, author_name, at from ${schema}.note where structure_id = ? order by at desc, id desc limit ? offset ?",
                        Board::note,
                        school,
                        page.limit(),
                        page.offset()),
                Rows.count(connection, "select count(*) from ${schema}.note where structure_id = ?", school)));
    }

    /** What a person wrote, the oldest first. */
    public List<Note> writtenBy(UUID personId) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select id, body, author_name, at from ${schema}.note where author_person = ? order by at, id",
                Board::note,
                personId));
    }

    /** Erases what a person wrote; says how many notes. */
    public int erase(UUID personId) {
        return tx.writeSql(connection -> Rows.update(connection, "delete from ${schema}.note where author_person = ?", personId));
    }

    /** The board that this user looks at. */
    static Scope scope(PortalSession user) {
        return Scope.structure(user.context().structureId());
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                Rows.uuid(row, "id"),
                row.getString("body"),
                row.getString("author_name"),
                Objects.requireNonNull(Rows.instant(row, "at")));
    }
}
