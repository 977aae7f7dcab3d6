package org.preau.core.connect.services;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Events;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.connector.UsersErased;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.connect.member.SqlMembers;

/** What services are known to have of a person: agreements, and the identifiers by which they know him. */
@Component
public final class ConnectData implements PersonalData {
    private static final Texts TEXTS = Texts.of(ConnectData.class);

    private final Tx tx;
    private final SqlMembers members;
    private final Events events;

    /** Made by the portal. */
    @Activate
    public ConnectData(
            @Reference(target = "(preau.unit=connect)") Tx tx,
            @Reference SqlMembers members,
            @Reference Events events) {
        this.tx = tx;
        this.members = members;
        this.events = events;
    }

    @Override
    public String id() {
        return "connect";
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
                    "agreements.json",
                    Rows.json(
                            connection,
                            "select connector, state, attributes, decided_at, delivered_at from connect.consent where person_id = ? order by connector",
                            who.personId()));
            found.put(
                    "identifiers.json",
                    Rows.json(
                            connection,
                            "select connector, identifier, first_used, last_used from connect.pairwise where account_id = any (?::uuid[]) order by connector",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> {
            int count = 0;
            count += Rows.update(connection, "delete from connect.consent where person_id = ?", who.personId());
            count += Rows.update(connection, "delete from connect.consent_asked where person_id = ?", who.personId());
            count += Rows.update(
                    connection, "update connect.consent set decided_by = null where decided_by = ?", who.personId());
            count += Rows.update(
                    connection,
                    "delete from connect.merged where kept_id = any (?::uuid[]) or alias_id = any (?::uuid[])",
                    who.accountIds(),
                    who.accountIds());
            count += Rows.update(
                    connection, "delete from connect.pairwise where account_id = any (?::uuid[])", who.accountIds());
            members.erased(who.accountIds());
            events.publish(new UsersErased(who.accountIds()));
            return count;
        });
    }
}
