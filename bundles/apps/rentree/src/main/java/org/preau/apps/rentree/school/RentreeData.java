package org.preau.apps.rentree.school;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;

/** Who hands out the resources of the GAR in which school, and what he settled: what was settled stays, without his account. */
@Component
public final class RentreeData implements PersonalData {
    private static final Texts TEXTS = Texts.of(RentreeData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public RentreeData(@Reference(target = RentreeUnit.TARGET) Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "rentree";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("data.name");
    }

    @Override
    public void export(DataSubject who, PersonalArchive archive) throws IOException {
        archive.texts(tx.readSql(connection -> {
            Map<String, String> found = new LinkedHashMap<>();
            found.put(
                    "delegations.json",
                    Rows.json(
                            connection,
                            "select school_id, name, named_at from rentree.delegate where person_id = ? order by named_at",
                            who.personId()));
            found.put(
                    "settled.json",
                    Rows.json(
                            connection,
                            "select school_id, step, at from rentree.settled where by_account = any (?::uuid[]) order by at",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection ->
                Rows.update(connection, "delete from rentree.delegate where person_id = ?", who.personId())
                        + Rows.update(
                                connection,
                                "update rentree.settled set by_account = null where by_account = any (?::uuid[])",
                                who.accountIds()));
    }
}
