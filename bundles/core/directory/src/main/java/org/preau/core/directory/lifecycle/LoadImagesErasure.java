package org.preau.core.directory.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.Rows;

/** Erases what loads keep of people in order to be undone, and the references that wait for them. */
@Component
public final class LoadImagesErasure implements ErasureStep {
    private static final String KNOWN = "select count(*) where to_regclass('directory.load_before') is not null";
    private static final String IMAGES =
            """
            delete from directory.load_before b
             where b.person_id = any (?::uuid[])
                or exists (select 1 from directory.person_source s
                            where s.person_id = any (?::uuid[]) and s.feed = b.feed and s.academy = b.academy
                              and s.kind = b.kind and s.key = b.key)
            """;

    @Override
    public String kind() {
        return "load.image";
    }

    @Override
    public int erase(Connection connection, Collection<UUID> people) throws SQLException {
        return (int) Rows.count(connection, KNOWN) == 0 ? 0 : Rows.update(connection, IMAGES, people, people);
    }
}
