package org.preau.core.connect.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequest.State;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.persistence.Rows;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.testing.PortalServer;

@Requirement({"3113-6", "3113-8"})
class ConnectorRequestsTest extends RequestsWorld {
    private final Structure otherCommune = world.structures.add(StructureKind.COMMUNE, "commune-77000", world.academy);
    private final PortalSession elsewhere = world.sessions.signIn("leo", Profile.STUDENT, world.otherSchool);

    @Test
    void aCommuneGetsACanteenForItsSchoolsAndNoOthers() {
        ConnectorRequest asked = asked();
        assertThat(world.catalogue.byId(asked.connectorId())).isEmpty();
        requests.check(academy.subject(), asked.id());
        requests.accept(academy.subject(), asked.id());
        assertThat(world.catalogue.byId(asked.connectorId()))
                .as("accepted, not open")
                .isEmpty();

        requests.open(town.subject(), asked.id(), Set.of(world.commune.id()));

        assertThat(world.catalogue.byId(asked.connectorId())).hasValueSatisfying(connector -> {
            assertThat(connector.structures()).containsExactly("commune-77288");
            assertThat(world.audience.includes(connector, pupil)).isTrue();
            assertThat(world.audience.includes(connector, elsewhere)).isFalse();
        });
        assertThat(world.audit.entries())
                .extracting(AuditEntry::action)
                .containsExactly("connector.request", "connector.check", "connector.accept", "connector.open");
    }

    @Test
    void opensNothingBeforeSomebodyLookedAtWhatWouldLeave() {
        ConnectorRequest asked = asked();

        fails(ErrorCode.CONFLICT, () -> requests.accept(academy.subject(), asked.id()));
        fails(ErrorCode.CONFLICT, () -> requests.open(town.subject(), asked.id(), Set.of(world.school.id())));
        requests.check(academy.subject(), asked.id());
        fails(ErrorCode.CONFLICT, () -> requests.open(town.subject(), asked.id(), Set.of(world.school.id())));

        assertThat(requests.accept(academy.subject(), asked.id()).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void nobodyActsBeyondHisPerimeter() {
        ConnectorRequest asked = asked();

        fails(ErrorCode.FORBIDDEN, () -> requests.check(town.subject(), asked.id()));
        fails(ErrorCode.FORBIDDEN, () -> requests.accept(town.subject(), asked.id()));
        fails(ErrorCode.FORBIDDEN, () -> requests.request(town.subject(), otherCommune.id(), "cantine", VALUES));
        fails(ErrorCode.FORBIDDEN, () -> requests.request(pupil.subject(), world.school.id(), "cantine", VALUES));
        requests.check(academy.subject(), asked.id());
        requests.accept(academy.subject(), asked.id());
        fails(ErrorCode.FORBIDDEN, () -> requests.open(town.subject(), asked.id(), Set.of(world.otherSchool.id())));
        fails(ErrorCode.FORBIDDEN, () -> requests.open(academy.subject(), asked.id(), Set.of(world.otherSchool.id())));
        fails(ErrorCode.FORBIDDEN, () -> requests.open(academy.subject(), asked.id(), Set.of(world.academy.id())));
        fails(ErrorCode.FORBIDDEN, () -> requests.open(pupil.subject(), asked.id(), Set.of(world.school.id())));
        fails(ErrorCode.NOT_FOUND, () -> requests.find(pupil.subject(), asked.id()));
        fails(ErrorCode.FORBIDDEN, () -> requests.withdraw(pupil.subject(), asked.id()));
        fails(
                ErrorCode.FORBIDDEN,
                () -> requests.list(town.subject(), world.academy.id(), Set.of(State.REQUESTED), PageRequest.first(9)));
    }

    @Test
    void eachActIsUndone() {
        ConnectorRequest asked = asked();
        requests.check(academy.subject(), asked.id());
        requests.accept(academy.subject(), asked.id());
        requests.open(town.subject(), asked.id(), Set.of(world.school.id()));

        assertThat(requests.close(town.subject(), asked.id(), Set.of(world.school.id()))
                        .openedTo())
                .isEmpty();
        assertThat(world.catalogue.byId(asked.connectorId())).isEmpty();
        requests.open(town.subject(), asked.id(), Set.of(world.school.id()));
        assertThat(requests.reconsider(academy.subject(), asked.id()).state()).isEqualTo(State.REQUESTED);
        assertThat(world.catalogue.byId(asked.connectorId()))
                .as("closed with the decision")
                .isEmpty();
        assertThat(requests.refuse(academy.subject(), asked.id(), "double").reason())
                .isEqualTo("double");
        assertThat(requests.reconsider(academy.subject(), asked.id()).reason()).isEmpty();
        assertThat(requests.withdraw(town.subject(), asked.id()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(asked().state()).as("may be asked again").isEqualTo(State.REQUESTED);
    }

    @Test
    void refusesWhatCannotBeAConnector() {
        asked();
        fails(ErrorCode.CONFLICT, this::asked);
        fails(ErrorCode.NOT_FOUND, () -> requests.request(town.subject(), world.commune.id(), "nothing", VALUES));
        fails(ErrorCode.NOT_FOUND, () -> requests.request(town.subject(), UUID.randomUUID(), "cantine", VALUES));
        Subject by = academy.subject();
        fails(ErrorCode.INVALID_INPUT, () -> requests.request(by, world.school.id(), "cantine", Map.of()));
        fails(
                ErrorCode.INVALID_INPUT,
                () -> requests.request(by, world.school.id(), "cantine", Map.of("url", "http://cantine.example/")));
        fails(
                ErrorCode.INVALID_INPUT,
                () -> requests.request(by, world.school.id(), "cantine", Map.of("url", "x\naudience.structures=*")));
    }

    @Test
    void keepsAFileThatMayHoldASecretSealed() {
        asked();
        byte[] kept = tx.readSql(connection ->
                        Rows.first(connection, "select filled from connect.request", row -> row.getBytes(1)))
                .orElseThrow();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("cantine.example");
    }

    @Test
    void showsWhatWouldLeaveAndTakesARequestOnByForms() throws Exception {
        ConnectorRequest asked = asked();
        try (PortalServer server = new PortalServer(endpoint())) {
            String path = "/connect/requests/" + asked.id();
            assertThat(server.get("/connect/requests", town).body()).contains("Cantine", "En attente");
            assertThat(server.get("/connect/requests", pupil).statusCode()).isEqualTo(404);
            assertThat(server.get("/connect/requests/new?template=cantine", town)
                            .body())
                    .contains("url");
            assertThat(server.get(path, pupil).statusCode()).isEqualTo(404);
            assertThat(server.get(path, town).body()).contains("mayCheck=false", "élève");
            assertThat(server.get(path, academy).body()).contains("mayCheck=true", "mayAccept=false");

            assertThat(post(server, path, academy, "act=check").statusCode()).isEqualTo(303);
            assertThat(post(server, path, academy, "act=accept").statusCode()).isEqualTo(303);
            assertThat(post(server, path, town, "act=open&structure=0240001A").statusCode())
                    .isEqualTo(303);
            assertThat(post(server, path, town, "act=open&structure=0240002B").statusCode())
                    .isEqualTo(403);
        }
        assertThat(requests.find(town.subject(), asked.id()).openedTo()).containsExactly(world.school.id());
        assertThat(world.pages.checked()).isEqualTo(4);
        assertThat(requests.list(town.subject(), world.commune.id(), EnumSet.allOf(State.class), PageRequest.first(10))
                        .total())
                .isOne();
    }

    private static HttpResponse<String> post(PortalServer server, String path, PortalSession session, String form) {
        return server.send("POST", path + "?" + form, session);
    }

    private static void fails(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
