package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.persistence.Rows;

/** Writes who teaches where. */
final class Teaching {
    private static final Texts TEXTS = Texts.of(Teaching.class);
    private static final String BELONGS =
            """
            select count(*) from directory.school_class c
              join directory.affiliation a on a.structure_id = c.structure_id and a.profile in ('HEAD', 'TEACHER', 'STAFF')
             where c.id = ? and a.person_id = ?
            """;
    private static final String ADD =
            "insert into directory.teaching (class_id, person_id) values (?, ?) on conflict do nothing";
    private static final String REMOVE = "delete from directory.teaching where class_id = ? and person_id = ?";

    private Teaching() {}

    /** Whether anything changed. */
    static boolean assign(Connection connection, UUID schoolClass, UUID person) throws SQLException {
        if ((int) Rows.count(connection, BELONGS, schoolClass, person) == 0) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "teaching.other_school");
        }
        return Rows.update(connection, ADD, schoolClass, person) > 0;
    }

    /** Whether anything changed. */
    static boolean unassign(Connection connection, UUID schoolClass, UUID person) throws SQLException {
        return Rows.update(connection, REMOVE, schoolClass, person) > 0;
    }
}
