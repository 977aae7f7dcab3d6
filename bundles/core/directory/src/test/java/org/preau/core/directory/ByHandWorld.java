package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.NewStructure;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.core.directory.structure.SqlGroups;
import org.preau.core.directory.structure.SqlPlatforms;
import org.preau.core.directory.structure.SqlStructureEditor;
import org.preau.testkit.FakeAuthorisation;

/** Schools that a feed brought, and what is changed by hand. */
abstract class ByHandWorld {
    static final PageRequest ALL = PageRequest.first(100);
    static final Subject SYSTEM = Subject.SYSTEM;

    final FakeAuthorisation authorisation = new FakeAuthorisation();
    TestSchools schools;
    SqlStructureEditor editor;
    SqlGroups groups;
    SqlPlatforms platforms;

    @BeforeEach
    void open() {
        schools = new TestSchools();
        schools.apply(TestRecords.population());
        editor = new SqlStructureEditor(
                schools.tx,
                new Trail(),
                schools.events::add,
                authorisation,
                schools.structures,
                schools.generation,
                schools.clock);
        groups = new SqlGroups(
                schools.tx,
                new Trail(),
                schools.events::add,
                authorisation,
                schools.structures,
                schools.directory,
                schools.generation,
                schools.clock);
        platforms = new SqlPlatforms(schools.structures, schools.directory);
    }

    @AfterEach
    void drop() {
        schools.close();
    }

    Structure rpi(String name) {
        return editor.create(SYSTEM, wanted(StructureKind.RPI, name));
    }

    NewStructure wanted(StructureKind kind, String name) {
        return new NewStructure(kind, Optional.empty(), name, schools.structure("77"));
    }

    static List<String> names(Page<PersonView> page) {
        return page.items().stream().map(PersonView::displayName).toList();
    }

    static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    final class Trail implements Audit {
        @Override
        public void record(Subject subject, String action, String target, Map<String, String> details) {
            schools.audited.add(action);
        }

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }
}
