package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;

/** Keeps what a load replaces: the attributes of each record before it, none where there was no record. */
final class Images {
    private static final String KEEP =
            """
            insert into directory.load_before (load_id, feed, academy, kind, key, person_id, attributes)
            select {load}::uuid, {feed}, {academy}, m.kind, m.key, m.person_id, null::jsonb
              from {match} m where m.state in ('NEW', 'FOUND') or m.old_key is not null
            union all
            select {load}::uuid, {feed}, {academy}, p.kind, p.key, p.person_id, case when p.gone_at is null then p.raw end
              from {match} m
              join directory.person_source p on p.feed = {feed} and p.academy = {academy} and p.kind = m.kind
               and p.key = coalesce(m.old_key, m.key)
             where m.kind <> 'SCHOOL' and m.state <> 'NEW' and (m.state <> 'SAME' or not m.raw_same)
            union all
            select {load}::uuid, {feed}, {academy}, l.kind, l.key, p.person_id, p.raw
              from {leaver} l
              join directory.person_source p on p.feed = {feed} and p.academy = {academy} and p.kind = l.kind and p.key = l.key
             where not l.stays
            union all
            select {load}::uuid, {feed}, {academy}, 'SCHOOL', d.source_key, d.id, case when d.ended_at is null then d.raw end
              from {match} m join directory.structure d on d.id = m.person_id
             where m.kind = 'SCHOOL' and m.state <> 'NEW' and (m.state <> 'SAME' or not m.raw_same)
               and d.feed = {feed} and d.academy = {academy} and d.source_key is not null
            union all
            select {load}::uuid, {feed}, {academy}, 'SCHOOL', d.source_key, d.id, d.raw
              from {leaver} l join directory.structure d on d.id = l.person_id
             where l.kind = 'SCHOOL' and not l.stays and d.source_key is not null
            on conflict do nothing
            """;

    private Images() {}

    /** Keeps them; before anything is merged. */
    static void keep(LoadFrame frame, Connection connection) throws SQLException {
        frame.update(connection, KEEP);
    }
}
