package org.preau.core.notification;

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

/** How somebody wants to be told, and what he alone was told. */
@Component
public final class NotificationData implements PersonalData {
    private static final Texts TEXTS = Texts.of(NotificationData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public NotificationData(@Reference(target = NotificationUnit.TARGET) Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "notifications";
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
                    "choices.json",
                    Rows.json(
                            connection,
                            "select category, in_portal, by_mail from notification.choice where account_id = any (?::uuid[])",
                            who.accountIds()));
            found.put(
                    "told.json",
                    Rows.json(
                            connection,
                            "select at, category, title_fr as title, path from notification.told where accounts && ?::uuid[] order by at",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> {
            int count = Rows.update(
                    connection, "delete from notification.choice where account_id = any (?::uuid[])", who.accountIds());
            count += Rows.update(
                    connection, "delete from notification.seen where account_id = any (?::uuid[])", who.accountIds());
            count += Rows.update(
                    connection,
                    "delete from notification.told where accounts <> '{}' and accounts <@ ?::uuid[]",
                    who.accountIds());
            return count
                    + Rows.update(
                            connection,
                            "update notification.told set author = null where author = any (?::uuid[])",
                            who.accountIds());
        });
    }
}
