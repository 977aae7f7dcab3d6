package org.preau.core.admin.toggle;

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

/** What somebody hides from his home page, and what he switched off for others: that stays off, without his account. */
@Component
public final class ToggleData implements PersonalData {
    private static final Texts TEXTS = Texts.of(ToggleData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public ToggleData(@Reference(target = "(preau.unit=" + ToggleUnit.NAME + ")") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "home";
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
                    "hidden.json",
                    Rows.json(
                            connection,
                            "select item from toggle.hidden where person_id = ? order by item",
                            who.personId()));
            found.put(
                    "switched-off.json",
                    Rows.json(
                            connection,
                            "select item, scope_kind, scope_id, at from toggle.switched_off where account_id = any (?::uuid[]) order by at",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(
                connection -> Rows.update(connection, "delete from toggle.hidden where person_id = ?", who.personId())
                        + Rows.update(
                                connection,
                                "update toggle.switched_off set account_id = null where account_id = any (?::uuid[])",
                                who.accountIds()));
    }
}
