package org.preau.core.audit;

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

/** What the trail says that a person did; its personal details are erased by the directory with him ({@code Audit.erasePerson}). */
@Component
public final class AuditData implements PersonalData {
    private static final Texts TEXTS = Texts.of(AuditData.class);

    private static final String ENTRIES =
            "select at, action, target from audit.entry where account_id = any (?::uuid[]) order by seq desc limit 10000";

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public AuditData(@Reference(target = "(preau.unit=audit)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("data.name");
    }

    @Override
    public void export(DataSubject who, PersonalArchive archive) throws IOException {
        archive.texts(tx.readSql(connection -> {
            Map<String, String> found = new LinkedHashMap<>();
            found.put("entries.json", Rows.json(connection, ENTRIES, who.accountIds()));
            return found;
        }));
    }
}
