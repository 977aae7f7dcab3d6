package org.preau.core.personaldata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.core.personaldata.Parts.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every part erase whom it has not erased yet, each person and part in a transaction of its own: one that fails harms no other and is tried again an hour later, one that is away when it is back. A part is
 * known by its id, so one that is installed again after an erasure erases then what it had kept.
 */
@Component
public final class EraseJob implements Job {
    static final String NAME = "personaldata.erase";
    private static final Logger log = LoggerFactory.getLogger(EraseJob.class);
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int BATCH = 500;
    private static final int FAILURES = 3;
    private static final String OPEN =
            """
            select e.person_id, e.account_ids from personaldata.erased e
              join personaldata.part p on p.id = ?
             where e.at >= p.since
               and not exists (select 1 from personaldata.erased_part d where d.person_id = e.person_id and d.part = p.id)
             order by e.at limit ?
            """;

    private final Tx tx;
    private final Parts parts;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public EraseJob(@Reference(target = PersonalUnit.TARGET) Tx tx, @Reference Parts parts, @Reference Clock clock) {
        this.tx = tx;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String instance) {
        parts.all().forEach(this::erase);
        tx.writeSql(connection -> Rows.update(
                connection,
                "delete from personaldata.erased where at < ?",
                clock.instant().minus(KEPT)));
    }

    private void erase(Part part) {
        String id = part.data().id();
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into personaldata.part (id, since) values (?, ?) on conflict do nothing",
                id,
                part.since()));
        int failures = 0;
        List<DataSubject> open = open(id, BATCH);
        for (DataSubject who : open) {
            try {
                erase(part, who);
            } catch (RuntimeException | LinkageError e) {
                log.error("The part {} did not erase a person; it is asked again", id, e);
                if (++failures == FAILURES) {
                    return;
                }
            }
        }
        if (open.size() == BATCH && failures == 0) {
            erase(part);
        }
    }

    private void erase(Part part, DataSubject who) {
        tx.writeSql(connection -> {
            int count = part.data().erase(who);
            return Rows.update(
                    connection,
                    "insert into personaldata.erased_part (person_id, part, at, count) values (?, ?, ?, ?) on conflict do nothing",
                    who.personId(),
                    part.data().id(),
                    clock.instant(),
                    count);
        });
    }

    /** Whom a part still has to erase. */
    List<DataSubject> open(String part, int most) {
        return tx.readSql(connection -> Rows.list(connection, OPEN, EraseJob::subject, part, most));
    }

    private static DataSubject subject(ResultSet row) throws SQLException {
        return new DataSubject(Rows.uuid(row, "person_id"), Arrays.asList((UUID[])
                row.getArray("account_ids").getArray()));
    }
}
