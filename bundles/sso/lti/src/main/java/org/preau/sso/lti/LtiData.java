package org.preau.sso.lti;

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

/** Launches of LTI tools, and the scores that these gave. */
@Component
public final class LtiData implements PersonalData {
    private static final Texts TEXTS = Texts.of(LtiData.class);

    private static final String SCORES =
            """
            select i.connector, i.uai, i.label, r.score, i.maximum, r.comment, r.at
              from sso_lti.result r
              join sso_lti.line_item i on i.id = r.line_item
              join sso_lti.member m on m.connector = i.connector and m.uai = i.uai and m.user_id = r.user_id
             where m.account_id = any (?::uuid[]) order by r.at
            """;
    private static final String ERASE_SCORES =
            """
            delete from sso_lti.result r using sso_lti.line_item i, sso_lti.member m
             where i.id = r.line_item and m.connector = i.connector and m.uai = i.uai and m.user_id = r.user_id
               and m.account_id = any (?::uuid[])
            """;

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public LtiData(@Reference(target = "(preau.unit=sso_lti)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "sso-lti";
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
                    "launches.json",
                    Rows.json(
                            connection,
                            "select connector, uai, user_id, last from sso_lti.member where account_id = any (?::uuid[])",
                            who.accountIds()));
            found.put("scores.json", Rows.json(connection, SCORES, who.accountIds()));
            return found;
        }));
    }

    @Override
    public int erase(DataSubject who) {
        return tx.writeSql(connection -> {
            int count = 0;
            count += Rows.update(connection, ERASE_SCORES, who.accountIds());
            count += Rows.update(
                    connection, "delete from sso_lti.member where account_id = any (?::uuid[])", who.accountIds());
            return count;
        });
    }
}
