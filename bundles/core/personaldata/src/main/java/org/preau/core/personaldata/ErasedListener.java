package org.preau.core.personaldata;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.lifecycle.PersonErased;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Somebody was erased: noted, and every part is asked by {@link EraseJob}. */
@Component(service = PortalEventListener.class)
public final class ErasedListener implements PortalEventListener<PersonErased> {
    private static final String NOTE =
            "insert into personaldata.erased (person_id, account_ids, at) values (?, ?::uuid[], ?) on conflict do nothing";

    private final Tx tx;
    private final Jobs jobs;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public ErasedListener(
            @Reference(target = PersonalUnit.TARGET) Tx tx, @Reference Jobs jobs, @Reference Clock clock) {
        this.tx = tx;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<PersonErased> type() {
        return PersonErased.class;
    }

    @Override
    public void on(PersonErased event) {
        tx.writeSql(connection -> {
            if (Rows.update(connection, NOTE, event.personId(), event.accountIds(), clock.instant()) > 0) {
                Rows.update(connection, "delete from personaldata.takeout where person_id = ?", event.personId());
                jobs.schedule(EraseJob.NAME, "erased", clock.instant());
            }
            return true;
        });
    }
}
