package org.preau.core.connect.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;

class PlacesTest {
    private final Structure oaks = place(StructureKind.SCHOOL, "0770001A", "Les Chênes");
    private final Structure town = place(StructureKind.COMMUNE, "commune-77001", "Valbrune");

    @Test
    void asksTheHeadOfOneSchoolForNoCode() {
        assertThat(Places.of(List.of(oaks)))
                .containsEntry("single", true)
                .containsEntry("coded", false)
                .containsEntry("place", "Les Chênes")
                .containsEntry("code", "0770001A");
    }

    @Test
    void letsChooseAmongSchoolsByName() {
        assertThat(Places.of(List.of(oaks, place(StructureKind.SCHOOL, "0770002B", "Les Rives"))))
                .containsEntry("several", true)
                .containsEntry("coded", false);
    }

    @Test
    void asksForACodeWhereMoreLiesBelow() {
        assertThat(Places.of(List.of(oaks, town))).containsEntry("coded", true).containsEntry("single", false);
        assertThat(Places.of(List.of())).containsEntry("coded", true).containsEntry("code", "");
    }

    private static Structure place(StructureKind kind, String code, String name) {
        return new Structure(UUID.randomUUID(), kind, code, name, "");
    }
}
