package org.preau.core.authorisation;

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

/** Rights that a person holds and held; erased with him, but for who gave and ended those of others. */
@Component
public final class AuthorisationData implements PersonalData {
    private static final Texts TEXTS = Texts.of(AuthorisationData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public AuthorisationData(@Reference(target = "(preau.unit=authorisation)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "authorisation";
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
                    "held.json",
                    Rows.json(
                            connection,
                            "select role, structure_id, until, given_at, reason from authorisation.held where account_id = any (?::uuid[])",
                            who.accountIds()));
            found.put(
                    "past.json",
                    Rows.json(
                            connection,
                            "select role, structure_id, until, given_at, ended_at, reason from authorisation.past where account_id = any (?::uuid[])",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> {
            int count = 0;
            count += Rows.update(
                    connection, "delete from authorisation.held where account_id = any (?::uuid[])", who.accountIds());
            count += Rows.update(
                    connection, "delete from authorisation.past where account_id = any (?::uuid[])", who.accountIds());
            count += Rows.update(
                    connection,
                    "delete from authorisation.proposal where account_id = any (?::uuid[])",
                    who.accountIds());
            return count;
        });
    }
}
