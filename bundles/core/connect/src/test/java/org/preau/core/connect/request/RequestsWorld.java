package org.preau.core.connect.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
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
import org.preau.core.persistence.testing.TestDatabase;

/** A commune that may ask for a canteen and open it, and an academy that decides; one database a test class. */
abstract class RequestsWorld {
    static final Map<String, String> VALUES = Map.of("url", "https://cantine.example/cas");

    static Tx tx;

    private static TestDatabase database;

    final ConnectWorld world = new ConnectWorld();
    final FakeAuthorisation rights = new FakeAuthorisation(world.structures);
    final PortalSession town = world.sessions.signIn("mairie", Profile.TERRITORY, world.commune);
    final PortalSession academy = world.sessions.signIn("rectorat", Profile.ACADEMY, world.academy);
    final PortalSession pupil = world.sessions.signIn("zoe", Profile.STUDENT, world.school);
    final OpenedConnectors opened = new OpenedConnectors(tx, world.keys, world.structures, world.notices());
    final Drafts drafts = new Drafts(world.parts);
    final DefaultConnectorRequests requests = new DefaultConnectorRequests(
            tx, drafts, opened, rights, world.structures, event -> {}, world.audit, world.keys, Clock.systemUTC());

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
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
        rights.grant(
                academy.subject(),
                world.academy.id(),
                ConnectorRequests.REQUEST,
                ConnectorRequests.VALIDATE,
                ConnectorRequests.OPEN);
    }

    RequestsEndpoint endpoint() {
        return new RequestsEndpoint(
                requests,
                new RequestPages(requests, drafts, new WhatLeaves(world.parts), rights, world.structures, world.pages),
                world.structures,
                world.sessions,
                world.pages);
    }

    ConnectorRequest asked() {
        return requests.request(town.subject(), world.commune.id(), "cantine", VALUES);
    }

    private static ConnectorTemplate template() {
        return new ConnectorTemplate(
                "cantine",
                new LocalizedText("Cantine", "Canteen"),
                new LocalizedText("Commune", "Commune"),
                new LocalizedText("Pour essayer", "To try"),
                Optional.of(LocalDate.of(2026, 9, 1)),
                Optional.empty(),
                false,
                Map.of(
                        "structures",
                        new LocalizedText("qui l’a", "who gets it"),
                        "url",
                        new LocalizedText("adresse", "address")),
                Map.of(
                        "name.fr",
                        "Cantine",
                        "category",
                        "5",
                        "protocol",
                        "cas",
                        "launch.url",
                        "${url}",
                        "service.urls",
                        "${url}",
                        "attributes",
                        "ENTPersonNom",
                        "audience.profiles",
                        "STUDENT, GUARDIAN",
                        "audience.structures",
                        "${structures}"));
    }
}
