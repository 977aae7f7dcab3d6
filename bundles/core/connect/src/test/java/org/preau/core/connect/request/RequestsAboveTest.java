package org.preau.core.connect.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.testing.PortalServer;

/** What the head of a school sees of his commune's requests. */
class RequestsAboveTest extends RequestsWorld {
    private final PortalSession head = world.sessions.signIn("paul", Profile.HEAD, world.school);
    private final PortalSession otherHead = world.sessions.signIn("lise", Profile.HEAD, world.otherSchool);

    @BeforeEach
    void heads() {
        rights.grant(head.subject(), world.school.id(), ConnectorRequests.REQUEST, ConnectorRequests.OPEN);
        rights.grant(otherHead.subject(), world.otherSchool.id(), ConnectorRequests.REQUEST, ConnectorRequests.OPEN);
    }

    @Test
    @Requirement("3113-8")
    void aHeadSeesWhereTheRequestsOfHisCommuneStandAndNoOthers() {
        ConnectorRequest asked = asked();

        assertThat(above(head)).containsExactly(asked.id());
        assertThat(above(otherHead)).as("a school of another commune").isEmpty();
        assertThatThrownBy(() -> requests.above(head.subject(), world.otherSchool.id(), PageRequest.first(9)))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> requests.above(pupil.subject(), world.school.id(), PageRequest.first(9)))
                .isInstanceOf(PortalException.class);
        requests.withdraw(town.subject(), asked.id());
        assertThat(above(head)).isEmpty();
    }

    @Test
    void thePageSaysWhetherItIsOpenToHisSchool() throws Exception {
        ConnectorRequest asked = asked();
        try (PortalServer server = new PortalServer(endpoint())) {
            assertThat(shown(server)).contains("anyAbove=true", "En attente de l'académie");
            requests.check(academy.subject(), asked.id());
            requests.accept(academy.subject(), asked.id());
            assertThat(shown(server)).contains("Accepté, pas encore ouvert");
            requests.open(town.subject(), asked.id(), Set.of(world.commune.id()));
            assertThat(shown(server)).contains("Ouvert à votre école");

            assertThat(server.get("/connect/requests/" + asked.id(), head).body())
                    .contains(
                            "code=0240001A", "commune-77288", "mayClose=false", "mayWithdraw=false", "mayAccept=false")
                    .doesNotContain("mayClose=true");
            assertThat(server.get("/connect/requests/" + asked.id(), town).body())
                    .contains("mayClose=true");
        }
    }

    private String shown(PortalServer server) {
        return server.get("/connect/requests", head).body();
    }

    private List<UUID> above(PortalSession session) {
        return requests.above(session.subject(), session.context().structureId(), PageRequest.first(9)).items().stream()
                .map(ConnectorRequest::id)
                .toList();
    }
}
