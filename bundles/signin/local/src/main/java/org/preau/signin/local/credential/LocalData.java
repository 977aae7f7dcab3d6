package org.preau.signin.local.credential;

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

/** Passwords and second factors of a local account: erased with the person; given to himself without any secret. */
@Component
public final class LocalData implements PersonalData {
    private static final Texts TEXTS = Texts.of(LocalData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public LocalData(@Reference(target = "(preau.unit=signin_local)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "signin-local";
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
                    "password.json",
                    Rows.json(
                            connection,
                            "select changed from signin_local.credential where account_id = any (?::uuid[])",
                            who.accountIds()));
            found.put(
                    "apps.json",
                    Rows.json(
                            connection,
                            "select added from signin_local.totp where account_id = any (?::uuid[])",
                            who.accountIds()));
            found.put(
                    "passkeys.json",
                    Rows.json(
                            connection,
                            "select name, added, used from signin_local.passkey where account_id = any (?::uuid[]) order by added",
                            who.accountIds()));
            found.put(
                    "recovery-codes.json",
                    Rows.json(
                            connection,
                            "select count(*) as unused from signin_local.recovery_code where account_id = any (?::uuid[]) having count(*) > 0",
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
                    "delete from signin_local.credential where account_id = any (?::uuid[])",
                    who.accountIds());
            count += Rows.update(
                    connection, "delete from signin_local.totp where account_id = any (?::uuid[])", who.accountIds());
            count += Rows.update(
                    connection,
                    "delete from signin_local.passkey where account_id = any (?::uuid[])",
                    who.accountIds());
            count += Rows.update(
                    connection,
                    "delete from signin_local.recovery_code where account_id = any (?::uuid[])",
                    who.accountIds());
            count += Rows.update(
                    connection, "delete from signin_local.step where account_id = any (?::uuid[])", who.accountIds());
            return count;
        });
    }
}
