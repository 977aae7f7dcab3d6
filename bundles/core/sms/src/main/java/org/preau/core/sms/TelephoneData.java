package org.preau.core.sms;

import java.io.IOException;
import java.util.UUID;
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

/** The telephone that somebody gave. */
@Component
public final class TelephoneData implements PersonalData {
    private static final Texts TEXTS = Texts.of(TelephoneData.class);

    private final Tx tx;
    private final SealedTelephones telephones;

    /** Made by the portal. */
    @Activate
    public TelephoneData(@Reference(target = SmsUnit.TARGET) Tx tx, @Reference SealedTelephones telephones) {
        this.tx = tx;
        this.telephones = telephones;
    }

    @Override
    public String id() {
        return "telephone";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("telephone.data");
    }

    @Override
    public void export(DataSubject who, PersonalArchive archive) throws IOException {
        StringBuilder numbers = new StringBuilder();
        for (UUID account : who.accountIds()) {
            telephones.telephone(account).ifPresent(each -> numbers.append(each.number())
                    .append('\n'));
        }
        if (!numbers.isEmpty()) {
            archive.text("telephone.txt", numbers.toString());
        }
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> Rows.update(
                connection, "delete from sms.telephone where account_id = any (?::uuid[])", who.accountIds()));
    }
}
