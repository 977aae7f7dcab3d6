package org.preau.core.connect.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.connector.ConnectorTemplate;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.exchange.WhatLeaves;
import org.preau.core.connect.testing.AskingPolicy;
import org.preau.core.connect.testing.FakeAuthorisation;
import org.preau.core.connect.testing.PlainCas;
import org.preau.core.connect.testing.PortalServer;
import org.preau.core.persistence.testing.TestDatabase;

/** What the head of a school sees of his commune's requests. */
class RequestsAboveTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static Tx tx;

    private final ConnectWorld world = new ConnectWorld();
    private final FakeAuthorisation rights = new FakeAuthorisation(world.structures);
    private final PortalSession town = world.sessions.signIn("mairie", Profile.TERRITORY, world.commune);
    private final PortalSession academy = world.sessions.signIn("ada", Profile.ACADEMY, world.academy);
    private final PortalSession head = world.sessions.signIn("paul", Profile.HEAD, world.school);
    private final PortalSession otherHead = world.sessions.signIn("lise", Profile.HEAD, world.otherSchool);
    private final PortalSession pupil = world.sessions.signIn("zoe", Profile.STUDENT, world.school);
    private final OpenedConnectors opened = new OpenedConnectors(tx, world.keys, world.structures, world.notices());
    private final Drafts drafts = new Drafts(world.parts);
    private final DefaultConnectorRequests requests = new DefaultConnectorRequests(
            tx, drafts, opened, rights, world.structures, event -> {}, world.audit, world.keys, Clock.systemUTC());

    @BeforeAll
    static void open() {
        tx = DATABASE.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void wire() {
        tx.writeSql(connection -> Rows.update(connection, "delete from connect.opening")
                + Rows.update(connection, "delete from connect.request"));
        world.deploy(new AskingPolicy());
        world.deploy(new PlainCas());
        world.source(opened);
        drafts.addTemplates(() -> List.of(template()));
        rights.grant(town.subject(), world.commune.id(), ConnectorRequests.REQUEST, ConnectorRequests.OPEN);
        rights.grant(academy.subject(), world.academy.id(), ConnectorRequests.REQUEST, ConnectorRequests.VALIDATE);
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

    private RequestsEndpoint endpoint() {
        return new RequestsEndpoint(
                requests,
                new RequestPages(requests, drafts, new WhatLeaves(world.parts), rights, world.structures, world.pages),
                world.structures,
                world.sessions,
                world.pages);
    }

    private ConnectorRequest asked() {
        return requests.request(
                town.subject(), world.commune.id(), "cantine", Map.of("url", "https://cantine.example/"));
    }

    private static ConnectorTemplate template() {
        LocalizedText text = new LocalizedText("Cantine", "Canteen");
        return new ConnectorTemplate(
                "cantine",
                text,
                text,
                text,
                Optional.of(LocalDate.of(2026, 9, 1)),
                Optional.empty(),
                false,
                Map.of("structures", text, "url", text),
                Map.of(
                        "name.fr", "Cantine",
                        "category", "5",
                        "protocol", "cas",
                        "launch.url", "${url}",
                        "service.urls", "${url}",
                        "attributes", "ENTPersonNom",
                        "audience.profiles", "STUDENT, GUARDIAN",
                        "audience.structures", "${structures}"));
    }
}
