package org.preau.core.directory.structure;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Reach;
import org.preau.api.directory.ReachablePeople;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.NameForms;
import org.preau.core.directory.Sight;
import org.preau.core.directory.SqlDirectory;
import org.preau.core.directory.SqlStructures;

/** Lists the people of scopes on PostgreSQL. Safe on any thread. */
@Component
public final class SqlReachablePeople implements ReachablePeople {
    private final Tx tx;
    private final SqlDirectory directory;
    private final SqlStructures structures;

    /** Takes its services. */
    @Activate
    public SqlReachablePeople(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference SqlDirectory directory,
            @Reference SqlStructures structures) {
        this.tx = tx;
        this.directory = directory;
        this.structures = structures;
    }

    @Override
    public List<UUID> guardiansOf(UUID pupilId) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select guardian_id from directory.guardianship where pupil_id = ? order by guardian_id",
                row -> Rows.uuid(row, "guardian_id"),
                pupilId));
    }

    @Override
    public Page<PersonView> list(
            Subject viewer, List<Reach> reach, Collection<UUID> people, String text, PageRequest page) {
        String plain = NameForms.plain(text);
        if (plain.isEmpty() && !text.isBlank()) {
            return new Page<>(List.of(), 0);
        }
        Targets targets = Targets.of(reach, people, structures);
        if (targets.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        Sight sight = directory.sightOf(viewer);
        return tx.readSql(connection -> new ReachQuery(targets, plain, page, viewer.personId()).run(connection, sight));
    }
}
