package org.preau.core.shell.preference;

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

/** How a person wants pages to look. */
@Component
public final class PreferenceData implements PersonalData {
    private static final Texts TEXTS = Texts.of(PreferenceData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public PreferenceData(@Reference(target = "(preau.unit=shell)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "preferences";
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
                    "preferences.json",
                    Rows.json(
                            connection,
                            "select font, size, contrast from shell.preference where account_id = any (?::uuid[])",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> {
            int count = 0;
            count += Rows.update(
                    connection, "delete from shell.preference where account_id = any (?::uuid[])", who.accountIds());
            return count;
        });
    }
}
