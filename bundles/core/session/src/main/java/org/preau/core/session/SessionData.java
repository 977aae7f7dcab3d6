package org.preau.core.session;

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

/** Sessions, devices with the notices about them, accepted charters and the last context of a person. */
@Component
public final class SessionData implements PersonalData {
    private static final Texts TEXTS = Texts.of(SessionData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public SessionData(@Reference(target = "(preau.unit=session)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "session";
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
                    "sessions.json",
                    Rows.json(
                            connection,
                            "select counter, profile, created, last_act, ended, end_reason from session.portal_session where account_id = any (?::uuid[]) order by created",
                            who.accountIds()));
            found.put(
                    "devices.json",
                    Rows.json(
                            connection,
                            "select name, counter, since, last_used, noticed as \"announcedAsNew\" from session.device where account_id = any (?::uuid[]) order by since",
                            who.accountIds()));
            found.put(
                    "context.json",
                    Rows.json(
                            connection,
                            "select profile from session.last_context where account_id = any (?::uuid[])",
                            who.accountIds()));
            found.put(
                    "charter.json",
                    Rows.json(
                            connection,
                            "select version, accepted from session.charter_acceptance where account_id = any (?::uuid[])",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> {
            int count = 0;
            count += Rows.update(
                    connection,
                    "delete from session.portal_session where ended is not null and account_id = any (?::uuid[])",
                    who.accountIds());
            count += Rows.update(
                    connection,
                    "delete from session.charter_acceptance where account_id = any (?::uuid[])",
                    who.accountIds());
            count += Rows.update(
                    connection, "delete from session.device where account_id = any (?::uuid[])", who.accountIds());
            count += Rows.update(
                    connection,
                    "delete from session.last_context where account_id = any (?::uuid[])",
                    who.accountIds());
            return count;
        });
    }
}
