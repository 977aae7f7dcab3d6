package org.preau.apps.rentree.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.identity.Identities;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.apps.rentree.school.Cockpit.Column;
import org.preau.apps.rentree.school.Cockpit.Filter;
import org.preau.apps.rentree.school.Cockpit.Line;
import org.preau.testkit.SilentDirectory;
import org.preau.testkit.StandIn;
import org.preau.testkit.TestDatabase;

@Requirement("612A")
class CockpitTest {
    private static TestDatabase database;
    private static Tx tx;

    private final World world = new World();
    private final MarkStore marks = new MarkStore(tx, world.clock);
    private final ReadinessBook book = new ReadinessBook(tx, world, marks, new Duplicates(), world, world.clock);
    private final Cockpit cockpit = new Cockpit(tx, world);
    private final UUID oaks = world.school("Les Chênes", 4, 3, 2);
    private final UUID elms = world.school("Les Ormes", 5, 0, 0);
    private final Assistant assistant = new Assistant(tx, people("Jeanne", "Martin"), world, world, world, marks, book);

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new RentreeUnit());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void write() {
        tx.writeSql(connection -> {
            for (String table : List.of("school_above", "school", "settled", "class_seen", "delegate", "place")) {
                Rows.update(connection, "delete from rentree." + table);
            }
            return 0;
        });
        book.write(Optional.empty());
    }

    private List<String> names(Filter filter, Column column, boolean descending) {
        return cockpit.schools(world.inspector(), filter, column, descending, PageRequest.first(10)).items().stream()
                .map(Line::name)
                .toList();
    }

    @Test
    void listsTheSchoolsOfThePerimeterInTheOrderAskedFor() {
        assertThat(names(Filter.ALL, Column.NAME, false)).containsExactly("Les Chênes", "Les Ormes");
        assertThat(names(Filter.ALL, Column.NAME, true)).containsExactly("Les Ormes", "Les Chênes");
        assertThat(names(Filter.ALL, Column.UNTAUGHT, true)).first().isEqualTo("Les Chênes");
        assertThat(names(Filter.ALL, Column.DONE, true)).first().isEqualTo("Les Ormes");
        assertThat(names(new Filter(Optional.empty(), "CHENE"), Column.NAME, false))
                .containsExactly("Les Chênes");
        assertThat(names(new Filter(Optional.empty(), "100%"), Column.NAME, false))
                .isEmpty();
        assertThat(names(new Filter(Optional.of(world.area.id()), ""), Column.NAME, false))
                .hasSize(2);
        assertThat(names(new Filter(Optional.of(UUID.randomUUID()), ""), Column.NAME, false))
                .isEmpty();
        assertThat(cockpit.places(world.inspector(), "mel", PageRequest.first(5)))
                .extracting(Cockpit.Place::name)
                .containsExactly("Melun");
    }

    @Test
    void asksTheDirectoryOnceForTheDuplicatesOfAllSchools() {
        List<String> asked = new ArrayList<>();
        Duplicates duplicates = new Duplicates();
        duplicates.identities = StandIn.of(Identities.class, (method, arguments) -> {
            asked.add(method);
            return Map.of(oaks, 4);
        });
        assertThat(new ReadinessBook(tx, world, marks, duplicates, world, world.clock).write(Optional.empty()))
                .isEqualTo(2);
        assertThat(asked).containsExactly("proposedByStructure");
        assertThat(cockpit.sums(world.inspector(), Filter.ALL).duplicates()).isEqualTo(4);
    }

    @Test
    void sumsUpWhatIsMissing() {
        Cockpit.Sums sums = cockpit.sums(world.inspector(), Filter.ALL);
        assertThat(sums.schools()).isEqualTo(2);
        assertThat(sums.ready()).isZero();
        assertThat(sums.untaughtClasses()).isEqualTo(3);
        assertThat(sums.pupilsWithoutClass()).isEqualTo(2);
        assertThat(sums.accountsNeverUsed()).isEqualTo(80);
    }

    @Test
    void showsNobodyASchoolOutsideHisPerimeter() {
        Subject other = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.TEACHER, UUID.randomUUID());
        world.perimeter.add(UUID.randomUUID());
        assertThat(cockpit.schools(other, Filter.ALL, Column.NAME, false, PageRequest.first(10))
                        .total())
                .isZero();
    }

    @Test
    void aHeadsDecisionsMoveHisSchoolOnAndCanBeTakenBack() {
        Subject head = world.head(elms);
        int before = book.now(elms).orElseThrow().done();
        assistant.settle(head, elms, Step.CLASSES);
        assistant.settle(head, elms, Step.SHEETS);
        UUID person = UUID.randomUUID();
        assistant.name(head, elms, person);
        assertThat(book.now(elms).orElseThrow().done()).isEqualTo(before + 3);
        assertThat(book.now(elms).orElseThrow().share()).isEqualTo(100);
        assertThat(cockpit.sums(world.inspector(), Filter.ALL).ready())
                .as("written down at once")
                .isEqualTo(1);
        assertThat(marks.seen(elms)).hasSize(5);
        assertThat(marks.delegates(elms)).extracting(MarkStore.Delegate::name).containsExactly("Jeanne Martin");
        assertThat(world.trail)
                .containsExactly(
                        "rentree.settle structure:" + elms,
                        "rentree.settle structure:" + elms,
                        "rentree.name-delegate structure:" + elms);

        assistant.unsettle(head, elms, Step.CLASSES);
        assistant.unname(head, elms, person);
        assertThat(book.now(elms).orElseThrow().done()).isEqualTo(before + 1);
    }

    @Test
    void refusesWhoDoesNotPrepareThatSchool() {
        assertThatThrownBy(() -> assistant.settle(world.head(oaks), elms, Step.CLASSES))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> assistant.name(world.inspector(), elms, UUID.randomUUID()))
                .isInstanceOf(PortalException.class);
        assertThat(world.trail).isEmpty();
    }

    /** A directory that knows one person by any id. */
    private static Directory people(String firstName, String lastName) {
        return new SilentDirectory() {
            @Override
            public Optional<PersonView> person(Subject viewer, UUID personId) {
                return Optional.of(new PersonView(personId, firstName, lastName, Profile.TEACHER, List.of(), "", true));
            }
        };
    }
}
