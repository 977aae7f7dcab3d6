package org.preau.core.directory.structure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.Group;
import org.preau.api.directory.GroupMember;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.Sight;

/** Rows of groups made by hand and of their members. */
final class GroupRows {
    private static final String READ =
            """
            select g.id, g.structure_id, g.name, g.ended_at,
                   (select count(*) from directory.hand_group_member m where m.group_id = g.id) as members
              from directory.hand_group g
            """;
    private static final String OF_STRUCTURES = " where g.structure_id = any (?::uuid[]) and (? or g.ended_at is null)";
    private static final String MEMBERS =
            """
            select m.person_id, m.profile, p.first_name, p.last_name
              from directory.hand_group_member m join directory.person p on p.id = m.person_id
             where m.group_id = ? order by p.sort_name, p.id limit ? offset ?
            """;
    private static final String SEEN =
            "select count(*) from directory.person p where p.id = any (?::uuid[]) and " + Sight.CONDITION;
    private static final String ADD =
            """
            insert into directory.hand_group_member (group_id, person_id, profile)
            select ?, p.id, coalesce((select b.profile from directory.belonging b where b.person_id = p.id
                                       order by array_position(array['HEAD', 'TEACHER', 'STAFF', 'INSPECTOR', 'ADVISER', 'ACADEMY',
                                                'TERRITORY', 'GUEST', 'GUARDIAN', 'STUDENT'], b.profile) limit 1), 'GUEST')
              from directory.person p where p.id = any (?::uuid[])
            on conflict do nothing returning person_id
            """;
    private static final String ADD_SCOPE =
            """
            insert into directory.hand_group_member (group_id, person_id, profile)
            select distinct on (b.person_id) ?, b.person_id, b.profile from directory.%s b
              join directory.person p on p.id = b.person_id
             where b.%s = any (?::uuid[]) and b.profile = any (?::text[]) and
            """;
    private static final String ADD_SCOPE_END =
            " order by b.person_id, b.profile on conflict do nothing returning person_id";
    private static final String PUT_BACK =
            """
            insert into directory.hand_group_member (group_id, person_id, profile)
            select ?, x.person_id, x.profile from unnest(?::uuid[], ?::text[]) as x (person_id, profile)
             where exists (select 1 from directory.person p where p.id = x.person_id) on conflict do nothing
            """;
    private static final String REMOVE =
            "delete from directory.hand_group_member where group_id = ? and person_id = any (?::uuid[]) returning person_id, profile";

    private GroupRows() {}

    /** Somebody taken out, and as what he was in. */
    record Removed(UUID person, String profile) {}

    static Optional<Group> find(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, READ + " where g.id = ?", GroupRows::group, id);
    }

    /** Locks the group until the transaction ends, so that acts on it follow each other. */
    static void lock(Connection connection, UUID id) throws SQLException {
        Rows.list(connection, "select id from directory.hand_group where id = ? for update", row -> 1, id);
    }

    static Page<Group> of(Connection connection, Collection<UUID> structures, boolean ended, PageRequest page)
            throws SQLException {
        int total = (int) Rows.count(
                connection, "select count(*) from directory.hand_group g" + OF_STRUCTURES, structures, ended);
        List<Group> groups = Rows.list(
                connection,
                READ + OF_STRUCTURES + " order by g.name collate \"fr-x-icu\", g.id limit ? offset ?",
                GroupRows::group,
                structures,
                ended,
                page.limit(),
                page.offset());
        return new Page<>(groups, total);
    }

    static Page<GroupMember> members(Connection connection, UUID group, PageRequest page) throws SQLException {
        int total = (int)
                Rows.count(connection, "select count(*) from directory.hand_group_member where group_id = ?", group);
        List<GroupMember> members = Rows.list(
                connection,
                MEMBERS,
                row -> new GroupMember(
                        Rows.uuid(row, "person_id"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        Profile.valueOf(row.getString("profile"))),
                group,
                page.limit(),
                page.offset());
        return new Page<>(members, total);
    }

    /** How many of them there are and the viewer may see. */
    static int seen(Connection connection, Sight sight, Set<UUID> people) throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(people));
        parameters.addAll(Arrays.asList(sight.parameters()));
        return (int) Rows.count(connection, SEEN, parameters.toArray());
    }

    /** Those who were not in yet. */
    static List<UUID> add(Connection connection, UUID group, Set<UUID> people) throws SQLException {
        return Rows.list(connection, ADD, row -> Rows.uuid(row, "person_id"), group, people);
    }

    /** Those of the scope, and below it, who were not in yet and whom the viewer may see. */
    static List<UUID> addScope(
            Connection connection,
            UUID group,
            Scope.Kind kind,
            Collection<UUID> scopes,
            Set<Profile> profiles,
            Sight sight)
            throws SQLException {
        boolean structure = kind == Scope.Kind.STRUCTURE;
        String sql = ADD_SCOPE.formatted(
                structure ? "belonging" : "class_belonging", structure ? "structure_id" : "class_id");
        List<@Nullable Object> parameters = new ArrayList<>(List.of(group, scopes, profiles));
        parameters.addAll(Arrays.asList(sight.parameters()));
        return Rows.list(
                connection,
                sql + Sight.CONDITION + ADD_SCOPE_END,
                row -> Rows.uuid(row, "person_id"),
                parameters.toArray());
    }

    static List<Removed> remove(Connection connection, UUID group, Collection<UUID> people) throws SQLException {
        return Rows.list(
                connection,
                REMOVE,
                row -> new Removed(Rows.uuid(row, "person_id"), row.getString("profile")),
                group,
                people);
    }

    static void putBack(Connection connection, UUID group, List<UUID> people, List<String> profiles)
            throws SQLException {
        Rows.update(connection, PUT_BACK, group, people, profiles);
    }

    private static Group group(ResultSet row) throws SQLException {
        java.sql.Timestamp ended = row.getTimestamp("ended_at");
        return new Group(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "structure_id"),
                row.getString("name"),
                row.getInt("members"),
                ended == null ? null : ended.toInstant());
    }
}
