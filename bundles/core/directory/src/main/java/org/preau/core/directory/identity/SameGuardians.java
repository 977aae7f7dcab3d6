package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.Identities;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One guardian, one account, though the école and the collège name him under keys of their own (621C): makes one of two guardians whom two feeds of one academy give with the same names, mail, child and
 * link to the child. Anything less, and whatever somebody decided, is left to people; each merge can be undone and stays undone then. Safe on any thread.
 */
@Component(service = SameGuardians.class)
public final class SameGuardians {
    private static final Logger log = LoggerFactory.getLogger(SameGuardians.class);
    private static final int AT_ONCE = 500;

    /** With one feed alone there is nothing to look for. */
    private static final String SEVERAL_FEEDS =
            """
            select count(*) from (select 1 from directory.load where applied_no is not null and state = 'APPLIED'
                                   group by academy having count(distinct feed) > 1) academies
            """;
    /** Two of one feed are never made one here, nor is one chosen among several. */
    private static final String PAIRS =
            """
            with pair as materialized (
                select distinct x.guardian_id as a, y.guardian_id as b
                  from directory.guardianship x
                  join directory.guardianship y on y.pupil_id = x.pupil_id and y.guardian_id <> x.guardian_id
                  join directory.person p on p.id = x.guardian_id and p.merged_into is null and p.email <> ''
                  join directory.person q on q.id = y.guardian_id and q.merged_into is null
                 where lower(p.email) = lower(q.email) and p.sort_name = q.sort_name
                   and (p.birth_date is null or q.birth_date is null or p.birth_date = q.birth_date)
                   and (x.link_code = y.link_code or x.link_code = '' or y.link_code = '')
                   and exists (select 1 from directory.person_source s join directory.person_source t using (academy)
                                where s.person_id = p.id and t.person_id = q.id and s.gone_at is null and t.gone_at is null)
                   and not exists (select 1 from directory.person_source s join directory.person_source t using (academy, feed)
                                    where s.person_id = p.id and t.person_id = q.id)
                   and not exists (select 1 from directory.person_source s
                                    where s.person_id in (p.id, q.id) and s.kind <> 'GUARDIAN')
                   and (select count(*) from directory.account c where c.person_id in (p.id, q.id) and c.state = 'ACTIVE') < 2
                   and not exists (select 1 from directory.account c where c.person_id in (p.id, q.id) and c.state = 'BLOCKED')
                   and not exists (select 1 from directory.likeness l
                                    where l.a = least(p.id, q.id) and l.b = greatest(p.id, q.id) and l.state <> 'PROPOSED'))
            select n.a as keep, n.b as gone from pair n
             where (select min(directory.source_rank(feed)) from directory.person_source where person_id = n.a and gone_at is null)
                   < (select min(directory.source_rank(feed)) from directory.person_source where person_id = n.b and gone_at is null)
               and not exists (select 1 from pair o
                                 join directory.person_source s on s.person_id = o.b
                                 join directory.person_source t on t.person_id = n.b and t.feed = s.feed and t.academy = s.academy
                                where o.a = n.a and o.b <> n.b)
               and not exists (select 1 from pair o
                                 join directory.person_source s on s.person_id = o.a
                                 join directory.person_source t on t.person_id = n.a and t.feed = s.feed and t.academy = s.academy
                                where o.b = n.b and o.a <> n.a)
             order by n.a, n.b limit ?
            """;

    private final Tx tx;
    private final Identities identities;

    /** Takes its services. */
    @Activate
    public SameGuardians(@Reference(target = "(preau.unit=directory)") Tx tx, @Reference Identities identities) {
        this.tx = tx;
        this.identities = identities;
    }

    /** Two people of whom the foremost source's stays. */
    private record Pair(UUID keep, UUID gone) {}

    /** Makes one of those who are; gives how many merges were made. */
    public int unite() {
        if (tx.readSql(connection -> Rows.count(connection, SEVERAL_FEEDS)) == 0) {
            return 0;
        }
        Set<Pair> refused = new HashSet<>();
        int made = 0;
        List<Pair> pairs = next(refused);
        while (!pairs.isEmpty()) {
            Set<UUID> gone = new HashSet<>();
            for (Pair each : pairs) {
                if (!gone.contains(each.keep()) && gone.add(each.gone()) && unite(each)) {
                    made++;
                } else {
                    refused.add(each);
                }
            }
            pairs = next(refused);
        }
        if (made > 0) {
            log.info("{} guardians whom two feeds bring were made one with themselves", made);
        }
        return made;
    }

    private List<Pair> next(Set<Pair> refused) {
        return tx.readSql(connection -> candidates(connection, refused));
    }

    private static List<Pair> candidates(Connection connection, Set<Pair> refused) throws SQLException {
        return Rows.list(
                        connection,
                        PAIRS,
                        row -> new Pair(Rows.uuid(row, "keep"), Rows.uuid(row, "gone")),
                        AT_ONCE + refused.size())
                .stream()
                .filter(pair -> !refused.contains(pair))
                .toList();
    }

    private boolean unite(Pair pair) {
        try {
            identities.merge(Subject.SYSTEM, pair.keep(), pair.gone());
            return true;
        } catch (PortalException e) {
            log.info("guardians {} and {} stay two: {}", pair.keep(), pair.gone(), e.getMessage());
            return false;
        }
    }
}
