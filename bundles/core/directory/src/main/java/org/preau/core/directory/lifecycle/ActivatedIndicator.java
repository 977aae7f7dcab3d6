package org.preau.core.directory.lifecycle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.statistics.Indicator;

/** How many people of each structure have used their account at least once. */
@Component
public final class ActivatedIndicator implements Indicator {
    private static final Texts TEXTS = Texts.of(ActivatedIndicator.class);
    private static final String COUNT =
            """
            select b.structure_id, count(distinct a.person_id) as value
              from directory.account a join directory.belonging b on b.person_id = a.person_id
             where a.activated_at is not null and a.state in ('ACTIVE', 'BLOCKED') group by b.structure_id
            """;

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public ActivatedIndicator(@Reference(target = "(preau.unit=directory)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "accounts.activated";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("indicator.activated");
    }

    @Override
    public LocalizedText explanation() {
        return TEXTS.both("indicator.activated.how");
    }

    @Override
    public Sum sum() {
        return Sum.LAST_DAY;
    }

    @Override
    public Map<UUID, Double> values(LocalDate day) {
        return tx.readSql(connection -> {
            Map<UUID, Double> values = new HashMap<>();
            Rows.list(connection, COUNT, row -> {
                values.put(Rows.uuid(row, "structure_id"), row.getDouble("value"));
                return true;
            });
            return values;
        });
    }
}
