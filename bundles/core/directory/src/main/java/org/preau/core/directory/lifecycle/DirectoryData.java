package org.preau.core.directory.lifecycle;

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

/** What the directory keeps about a person, for himself; the erasure of people is its own ({@link Erasures}). */
@Component
public final class DirectoryData implements PersonalData {
    private static final Texts TEXTS = Texts.of(DirectoryData.class);

    private static final String PERSON =
            """
            select last_name, first_name, other_names, birth_name, title, birth_date, email, phones, address, postal_code, city, country, level
              from directory.person where id = ?
            """;
    private static final String AFFILIATIONS =
            """
            select s.code, s.name, a.profile, a.functions, a.source
              from directory.affiliation a join directory.structure s on s.id = a.structure_id where a.person_id = ? order by s.code
            """;
    private static final String CLASSES =
            """
            select s.code as school, c.kind, c.name, 'member' as as_what
              from directory.class_member m join directory.school_class c on c.id = m.class_id join directory.structure s on s.id = c.structure_id
             where m.person_id = ?
            union all
            select s.code, c.kind, c.name, 'teacher'
              from directory.teaching t join directory.school_class c on c.id = t.class_id join directory.structure s on s.id = c.structure_id
             where t.person_id = ?
            """;
    private static final String GUARDIANSHIPS =
            """
            select p.first_name as child_or_guardian, g.link_code, g.legal, g.source
              from directory.guardianship g
              join directory.person p on p.id = case when g.pupil_id = ? then g.guardian_id else g.pupil_id end
             where ? in (g.pupil_id, g.guardian_id)
            """;
    private static final String ACCOUNTS =
            "select login, state, profile, created_at, activated_at, last_used_at from directory.account where person_id = ?";
    private static final String SOURCES =
            "select feed, academy, kind, key, raw, gone_at from directory.person_source where person_id = ?";

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public DirectoryData(@Reference(target = "(preau.unit=directory)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return "directory";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("data.name");
    }

    @Override
    public void export(DataSubject who, PersonalArchive archive) throws IOException {
        archive.texts(tx.readSql(connection -> {
            Map<String, String> found = new LinkedHashMap<>();
            found.put("identity.json", Rows.json(connection, PERSON, who.personId()));
            found.put("affiliations.json", Rows.json(connection, AFFILIATIONS, who.personId()));
            found.put("classes.json", Rows.json(connection, CLASSES, who.personId(), who.personId()));
            found.put("guardianships.json", Rows.json(connection, GUARDIANSHIPS, who.personId(), who.personId()));
            found.put("accounts.json", Rows.json(connection, ACCOUNTS, who.personId()));
            found.put("sources.json", Rows.json(connection, SOURCES, who.personId()));
            return found;
        }));
    }
}
