package org.preau.core.directory.structure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Profile;
import org.preau.api.directory.Official;
import org.preau.api.directory.Officials;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Heads, inspectors and advisers from affiliations and functions. Safe on any thread. */
@Component
public final class SqlOfficials implements Officials {
    private static final UUID NIL = new UUID(0, 0);
    /** Codes and labels as seen in feeds; the 1er degré has no published list (ENTPersonFonctions). */
    private static final String NEXT =
            """
            with working as materialized (
                select a.person_id, a.structure_id, a.functions,
                       case when a.profile = 'HEAD' or a.functions ~* 'direct(eur|rice|ion) d.{0,3}[eé]cole|^DIR$' then 'HEAD'
                            when a.profile = 'INSPECTOR' or a.functions ~* 'inspect(eur|rice)|^IEN$' then 'INSPECTOR'
                            when a.profile = 'ADVISER'
                              or a.functions ~* 'conseill[eè]re? p[eé]dagogique|usages du num|^(CPC|CPD|ERUN)$' then 'ADVISER'
                       end as profile
                  from directory.affiliation a where a.profile not in ('STUDENT', 'GUARDIAN')),
            placed as (
                select w.person_id, d.id as structure_id, w.profile, w.functions
                  from working w join directory.structure d on d.id = w.structure_id and d.ended_at is null
                 where w.profile is not null and (w.profile = 'HEAD') = (d.kind = 'SCHOOL')
                union all
                select w.person_id, d.id, w.profile, w.functions
                  from working w
                  join directory.structure s on s.id = w.structure_id and s.kind = 'SCHOOL' and s.ended_at is null
                  join directory.structure_parent l on l.structure_id = s.id
                  join directory.structure d on d.id = l.parent_id and d.kind = 'CIRCONSCRIPTION' and d.ended_at is null
                 where w.profile in ('INSPECTOR', 'ADVISER'))
            select distinct on (c.id, p.structure_id) p.person_id, c.id as account_id, p.structure_id, p.profile, p.functions
              from placed p
              join lateral (select a.id from directory.account a
                             where a.person_id = p.person_id and a.state in ('INACTIVE', 'ACTIVE')
                             order by a.created_at, a.id limit 1) c on true
             where (c.id, p.structure_id) > (?::uuid, ?::uuid)
             order by c.id, p.structure_id, p.profile desc limit ?
            """;

    private final Tx tx;

    /** Reads this schema. */
    @Activate
    public SqlOfficials(@Reference(target = "(preau.unit=directory)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public List<Official> next(Optional<Official> after, int limit) {
        UUID account = after.map(Official::accountId).orElse(NIL);
        UUID structure = after.map(Official::structureId).orElse(NIL);
        return tx.readSql(connection -> Rows.list(
                connection,
                NEXT,
                row -> new Official(
                        Rows.uuid(row, "person_id"),
                        Rows.uuid(row, "account_id"),
                        Rows.uuid(row, "structure_id"),
                        Profile.valueOf(row.getString("profile")),
                        row.getString("functions")),
                account,
                structure,
                Math.max(1, Math.min(limit, 5_000))));
    }
}
