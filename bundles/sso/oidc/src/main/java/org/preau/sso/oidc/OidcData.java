package org.preau.sso.oidc;

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

/** Sign-ins at OIDC services and devices that stay signed in. */
@Component
public final class OidcData implements PersonalData {
    private static final Texts TEXTS = Texts.of(OidcData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public OidcData(@Reference(target = "(preau.unit=sso_oidc)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "sso-oidc";
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
                    "sign-ins.json",
                    Rows.json(
                            connection,
                            "select connector, scopes, claims, device, created, last_used, ended, end_reason from sso_oidc.sign_in where account_id = any (?::uuid[]) order by created",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> {
            int count = 0;
            count += Rows.update(
                    connection, "delete from sso_oidc.sign_in where account_id = any (?::uuid[])", who.accountIds());
            return count;
        });
    }
}
