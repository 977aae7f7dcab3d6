package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.HandAct;
import org.preau.api.directory.Platform;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.StructureLink;

/** Structures made and changed by hand. */
class TreeByHandTest extends ByHandWorld {
    @Test
    @Requirement({"54P", "621F"})
    void schoolsOfAnRpiAreOnePlatform() {
        UUID oaks = schools.structure(TestRecords.OAKS);
        UUID elms = schools.structure(TestRecords.ELMS);
        Structure rpi = rpi("RPI des Arbres");
        HandAct act = editor.attach(SYSTEM, rpi.id(), List.of(oaks, elms));
        assertThat(act.count()).isEqualTo(2);
        Platform platform = platforms.of(oaks).orElseThrow();
        assertThat(platform.schools()).extracting(Structure::name).containsExactly("Les Chênes", "Les Ormes");
        assertThat(platform.classes()).extracting(SchoolClass::name).containsExactly("CE1 A", "CP", "PS");
        Subject teacher = schools.viewer("51", Profile.TEACHER);
        assertThat(schools.directory.person(teacher, schools.person("12"))).isPresent();
        Subject pupil = schools.viewer("10", Profile.STUDENT);
        assertThat(schools.directory.person(pupil, schools.person("53"))).isPresent();
        assertThat(schools.directory.person(pupil, schools.person("12"))).isEmpty();

        editor.undo(SYSTEM, act.id());
        assertThat(platforms.of(oaks)).isEmpty();
        assertThat(schools.directory.person(teacher, schools.person("12"))).isEmpty();
        refused(ErrorCode.CONFLICT, () -> editor.undo(SYSTEM, act.id()));
        assertThat(schools.audited).contains("structure.create", "structure.attach", "structure.undo");
    }

    @Test
    @Requirement("621F")
    void onlyWhatWasMadeByHandIsChangedByHand() {
        UUID oaks = schools.structure(TestRecords.OAKS);
        UUID circonscription = schools.structure(TestRecords.IEN);
        refused(ErrorCode.CONFLICT, () -> editor.rename(SYSTEM, oaks, "Autre nom"));
        refused(ErrorCode.CONFLICT, () -> editor.detach(SYSTEM, circonscription, List.of(oaks)));
        refused(ErrorCode.CONFLICT, () -> editor.end(SYSTEM, circonscription));
        refused(ErrorCode.INVALID_INPUT, () -> editor.create(SYSTEM, wanted(StructureKind.SCHOOL, "École")));
        Structure project = editor.create(SYSTEM, wanted(StructureKind.PROJECT, "Chorale"));
        editor.attach(SYSTEM, project.id(), List.of(oaks, circonscription));
        refused(ErrorCode.INVALID_INPUT, () -> editor.attach(SYSTEM, circonscription, List.of(project.id())));
        Structure inner = editor.create(SYSTEM, wanted(StructureKind.PROJECT, "Petite chorale"));
        editor.attach(SYSTEM, project.id(), List.of(inner.id()));
        refused(ErrorCode.CONFLICT, () -> editor.attach(SYSTEM, inner.id(), List.of(project.id())));
        refused(ErrorCode.INVALID_INPUT, () -> editor.attach(SYSTEM, oaks, List.of(project.id())));
        assertThat(editor.links(SYSTEM, oaks))
                .filteredOn(StructureLink::byHand)
                .extracting(link -> link.parent().name())
                .containsExactly("Chorale");
        editor.rename(SYSTEM, project.id(), "  Grande   chorale ");
        assertThat(schools.structures.byId(project.id()).orElseThrow().name()).isEqualTo("Grande chorale");
        editor.undo(SYSTEM, editor.lastAct(SYSTEM, project.id()).orElseThrow().id());
        assertThat(schools.structures.byId(project.id()).orElseThrow().name()).isEqualTo("Chorale");
        editor.end(SYSTEM, project.id());
        assertThat(schools.structures.byId(project.id())).isEmpty();
    }

    @Test
    void aSchoolLiesInOneRpiAndActorsNeedTheSayOverBothEnds() {
        UUID oaks = schools.structure(TestRecords.OAKS);
        Structure first = rpi("Premier");
        Structure second = rpi("Second");
        editor.attach(SYSTEM, first.id(), List.of(oaks));
        refused(ErrorCode.CONFLICT, () -> editor.attach(SYSTEM, second.id(), List.of(oaks)));
        Subject somebody = schools.viewer("50", Profile.HEAD);
        authorisation.everythingOn(second.id());
        refused(
                ErrorCode.FORBIDDEN,
                () -> editor.attach(somebody, second.id(), List.of(schools.structure(TestRecords.ELMS))));
    }
}
