package org.preau.core.security;

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

/** What was noticed about a person's sign-ins. */
@Component
public final class SecurityData implements PersonalData {
    private static final Texts TEXTS = Texts.of(SecurityData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public SecurityData(@Reference(target = "(preau.unit=security)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "security";
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
                    "findings.json",
                    Rows.json(
                            connection,
                            "select kind, day, count from security.finding where account_id = any (?::uuid[]) order by at",
                            who.accountIds()));
            found.put(
                    "sign-ins.json",
                    Rows.json(
                            connection,
                            "select network, at from security.sign_in where account_id = any (?::uuid[]) order by at",
                            who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> {
            int count = 0;
            count += Rows.update(
                    connection, "delete from security.finding where account_id = any (?::uuid[])", who.accountIds());
            count += Rows.update(
                    connection, "delete from security.sign_in where account_id = any (?::uuid[])", who.accountIds());
            return count;
        });
    }
}
