package org.preau.sso.saml;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.core.saml.testing.StandInService;
import org.preau.core.saml.testing.WebVisit;

/** A service by SAML that the portal knows, and a pupil who is signed in. */
abstract class SignOnWorld {
    static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static SamlWorld world;

    @BeforeAll
    static void start() {
        world = new SamlWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void sound() {
        world.describe(StandInService.metadata("", ""));
        world.configure();
        world.log.clear();
        world.handles.clear();
        SamlPeer.key = "service";
        SamlPeer.agrees = true;
    }

    static WebVisit ask() {
        return world.goIn(WebVisit.get(
                "/sso/saml/sso?" + StandInService.query(world.service().xml())));
    }

    static String decoded(WebVisit page) {
        return text(page.field("SAMLResponse"));
    }

    static String text(String base64) {
        return new String(java.util.Base64.getDecoder().decode(base64), java.nio.charset.StandardCharsets.UTF_8);
    }
}
