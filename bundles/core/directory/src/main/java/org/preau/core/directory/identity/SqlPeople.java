package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.People;
import org.preau.api.directory.identity.PeopleFilter;
import org.preau.api.directory.identity.PersonFile;
import org.preau.api.directory.identity.PersonLine;
import org.preau.api.directory.lifecycle.Lifecycle;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.NameWords;

/** People for administrators, on PostgreSQL. */
@Component
public final class SqlPeople implements People {
    private final Tx tx;
    private final Perimeters perimeters;
    private final Audit audit;
    private final History history;

    /** Takes its services. */
    @Activate
    public SqlPeople(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Perimeters perimeters,
            @Reference Audit audit) {
        this.tx = tx;
        this.perimeters = perimeters;
        this.audit = audit;
        this.history = new History(audit);
    }

    @Override
    public Page<PersonLine> list(Subject viewer, PeopleFilter filter, PageRequest page) {
        Optional<Set<UUID>> structures = perimeters.of(viewer, READ, filter.within());
        if (structures.isPresent() && structures.get().isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        String names = PeopleQuery.names(filter);
        return tx.readSql(connection -> {
            Found found = names.isEmpty()
                    ? find(connection, new PeopleQuery(filter, structures, ""), page)
                    : named(connection, names, question -> new PeopleQuery(filter, structures, question), page);
            return new Page<>(PersonLines.of(connection, found.ids(), false), found.total());
        });
    }

    /** Look-alikes only when nobody anywhere bears the names: which question is right is known from its answer, so that each is asked once. */
    private static Found named(
            Connection connection, String names, Function<String, PeopleQuery> query, PageRequest page)
            throws SQLException {
        String typed = NameWords.typed(connection, names);
        Found exact = find(connection, query.apply(typed), page);
        if (exact.total() > 0 || NameWords.anybody(connection, typed)) {
            return exact;
        }
        return find(connection, query.apply(NameWords.alike(connection, names)), page);
    }

    private static Found find(Connection connection, PeopleQuery query, PageRequest page) throws SQLException {
        return Rows.first(
                        connection,
                        query.page(),
                        row -> new Found(row.getInt("total"), List.of((UUID[])
                                row.getArray("ids").getArray())),
                        query.parameters(page))
                .orElseThrow();
    }

    /** Ids of a page, of so many. */
    private record Found(int total, List<UUID> ids) {}

    @Override
    public Optional<PersonFile> file(Subject viewer, UUID personId) {
        return tx.writeSql(connection -> {
            if (!perimeters.allowsPerson(connection, viewer, READ, personId)) {
                return Optional.<PersonFile>empty();
            }
            boolean academy = perimeters.allowsPerson(connection, viewer, Lifecycle.ERASE, personId);
            Set<String> targets = new HashSet<>(Set.of("person:" + personId));
            Rows.list(
                            connection,
                            "select id from directory.account where person_id = ?",
                            row -> Rows.uuid(row, "id"),
                            personId)
                    .forEach(account -> targets.add("account:" + account));
            Optional<PersonFile> file = PersonFiles.read(connection, personId, academy, history.of(targets));
            if (file.isPresent() && !viewer.isSystem()) {
                audit.record(viewer, "person.read", "person:" + personId, Map.of());
            }
            return file;
        });
    }
}
