package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.persistence.Rows;

class UndoLoadTest extends DeltaWorld {
    @Test
    @Requirement("44C")
    void undoKeepsWhatUsersMadeSince() {
        UUID load = apply(delta -> {
            delta.change(RecordKind.PUPIL, "10", "f", Map.of("classes", List.of("1$12$CE2 B")));
            delta.remove(RecordKind.STAFF, "51", "f");
            delta.add(TestRecords.staff("54", "Ève", "NOUVELLE", List.of("2"), List.of(), true));
        });
        UUID assigned = schools.schoolClass(TestRecords.OAKS, "CE1 A");
        schools.tx.writeSql(connection -> Rows.update(
                connection,
                "insert into directory.teaching (class_id, person_id) values (?, ?)",
                assigned,
                schools.person("50")));
        UUID newcomer = schools.accounts.ofPerson(schools.person("54")).get(0).id();
        schools.accounts.activate(newcomer);
        apply(delta ->
                delta.change(RecordKind.GUARDIAN, "30", "f", Map.of("email", List.of("later@post.example.net"))));
        try (DirectoryLoad undo = schools.loads.openUndo(load, TestSchools.FORM)) {
            undo.apply(Leavers.all());
        }
        assertThat(count("select count(*) from directory.teaching")).isEqualTo(1);
        assertThat(schools.accounts.byId(newcomer).orElseThrow().state()).isEqualTo(AccountState.LEAVING);
        assertThat(schools.accounts.ofPerson(schools.person("51")).get(0).state())
                .isEqualTo(AccountState.INACTIVE);
        assertThat(count("select count(*) from directory.person where email like 'later%'"))
                .isZero();
        assertThat(count("select count(*) from directory.load where state = 'UNDONE'"))
                .isEqualTo(2);
        assertThatThrownBy(() -> schools.loads.openUndo(load, TestSchools.FORM))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThatThrownBy(() -> schools.loads.openUndo(UUID.randomUUID(), TestSchools.FORM))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        apply(delta -> delta.add(TestRecords.staff("54", "Ève", "NOUVELLE", List.of("2"), List.of(), true)));
        assertThat(schools.accounts.byId(newcomer).orElseThrow().state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    @Requirement("621C")
    void keepsPeopleWhomAMergeMadeOne() {
        UUID kept = schools.person("30");
        UUID gone = schools.person("31");
        schools.tx.writeSql(connection -> {
            Rows.update(
                    connection, "update directory.guardianship set guardian_id = ? where guardian_id = ?", kept, gone);
            return Rows.update(connection, "update directory.person_source set person_id = ? where key = '31'", kept);
        });
        UUID change = apply(load -> {
            load.change(RecordKind.GUARDIAN, "31", "f", Map.of("phone", List.of("0611223344")));
            load.remove(RecordKind.PUPIL, "10", "f");
        });
        assertThat(guardiansChildren(kept)).isEqualTo(3);
        UUID removal = apply(load -> load.remove(RecordKind.GUARDIAN, "31", "f"));
        assertThat(guardiansChildren(kept)).isEqualTo(1);
        assertThat(schools.accounts.ofPerson(kept).get(0).state()).isEqualTo(AccountState.INACTIVE);
        undo(removal);
        assertThat(guardiansChildren(kept)).isEqualTo(3);
        undo(change);
        assertThat(guardiansChildren(kept)).isEqualTo(4);
        assertThat(schools.person("31")).isEqualTo(kept);
    }

    @Test
    @Requirement("44C")
    void nothingIsLeftOfASourceWhoseFirstLoadIsUndoneWithThoseAfterIt() {
        apply(delta -> {
            delta.change(RecordKind.SCHOOL, "1", "f", Map.of("phone", List.of("0160000000")));
            delta.change(RecordKind.PUPIL, "10", "f", Map.of("classes", List.of("1$12$CE2 B")));
            delta.remove(RecordKind.STAFF, "51", "f");
        });
        undo(schools.tx.readSql(connection -> Rows.first(
                        connection, "select id from directory.load where kept = 'EMPTY'", row -> Rows.uuid(row, "id"))
                .orElseThrow()));
        assertThat(count("select count(*) from directory.person_source where gone_at is null"))
                .isZero();
        assertThat(count("select count(*) from directory.structure where kind = 'SCHOOL' and ended_at is null"))
                .isZero();
        assertThat(count("select count(*) from directory.affiliation")).isZero();
        schools.apply(TestRecords.population());
        assertThat(count("select count(*) from directory.structure where kind = 'SCHOOL' and ended_at is null"))
                .isPositive();
    }

    private int guardiansChildren(UUID guardian) {
        return schools.tx.readSql(connection -> (int)
                Rows.count(connection, "select count(*) from directory.guardianship where guardian_id = ?", guardian));
    }

    private void undo(UUID load) {
        try (DirectoryLoad undo = schools.loads.openUndo(load, TestSchools.FORM)) {
            undo.apply(Leavers.all());
        }
    }

    @Test
    void aLoadWhoseImagesAreForgottenCannotBeUndone() {
        UUID load = apply(delta -> delta.remove(RecordKind.STAFF, "51", "f"));
        Clock later = Clock.offset(schools.clock, Duration.ofDays(401));
        TestSchools.forgetImages(schools.tx, later, Duration.ofDays(400));
        assertThat(count("select count(*) from directory.load_before")).isZero();
        assertThatThrownBy(() -> schools.loads.openUndo(load, TestSchools.FORM)).isInstanceOf(PortalException.class);
    }
}
