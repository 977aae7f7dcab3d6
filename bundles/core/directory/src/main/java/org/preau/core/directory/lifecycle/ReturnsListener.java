package org.preau.core.directory.lifecycle;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Events;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.persistence.Tx;

/** Opens the archived accounts of people whom a feed has just brought back: they find their things. */
@Component
public final class ReturnsListener implements PortalEventListener<DirectoryChanged> {
    private final Tx tx;
    private final Events events;

    /** Takes its services. */
    @Activate
    public ReturnsListener(@Reference(target = "(preau.unit=directory)") Tx tx, @Reference Events events) {
        this.tx = tx;
        this.events = events;
    }

    @Override
    public Class<DirectoryChanged> type() {
        return DirectoryChanged.class;
    }

    @Override
    public void on(DirectoryChanged event) {
        tx.writeSql(connection -> {
            List<AccountStateChanged> back = StateMoves.back(connection);
            back.forEach(events::publish);
            return back.size();
        });
    }
}
