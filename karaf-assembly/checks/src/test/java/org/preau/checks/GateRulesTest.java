package org.preau.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;
import org.preau.api.signin.PortalSession;

@Requirement({"3113-1", "3113-2", "3113-3", "3113-4", "3113-5"})
class GateRulesTest {
    @Test
    void refusesAProtocolThatImportsTheDirectory() {
        assertThat(imports("org.preau.sso.cas", "org.preau.api.connector,org.preau.api.signin"))
                .isEmpty();
        assertThat(imports("org.preau.sso.cas", "org.preau.api.directory")).hasSize(1);
        assertThat(imports("org.preau.connectors.native", "org.preau.api.directory.identity"))
                .hasSize(1);
        assertThat(imports("org.preau.core.connect", "org.preau.api.directory")).isEmpty();
    }

    @Test
    void refusesAProtocolThatAsksASessionWhoItsUserIs() throws IOException {
        assertThat(GateRules.violations("org.preau.sso.leaky", bytes(ByCall.class)))
                .singleElement()
                .asString()
                .contains("asks a session for login");
        assertThat(GateRules.violations("org.preau.sso.leaky", bytes(ByReference.class)))
                .singleElement()
                .asString()
                .contains("asks a session for lastName");
        assertThat(GateRules.violations("org.preau.sso.sound", bytes(Sound.class)))
                .isEmpty();
    }

    @Test
    void refusesAProtocolThatAsksAPolicyItself() throws IOException {
        assertThat(GateRules.violations("org.preau.sso.leaky", bytes(RoundTheGate.class)))
                .singleElement()
                .asString()
                .contains("asks a policy itself");
        assertThat(GateRules.violations("org.preau.connectors.catalogue", bytes(RoundTheGate.class)))
                .isEmpty();
    }

    private static Set<String> imports(String name, String imports) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Import-Package", imports);
        return GateRules.violations(BundleFacts.of(manifest, List.of()));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(file))) {
            return in.readAllBytes();
        }
    }

    private static final class ByCall {
        static String leak(PortalSession session) {
            return session.login();
        }
    }

    private static final class ByReference {
        static Function<PortalSession, String> leak() {
            return PortalSession::lastName;
        }
    }

    private static final class RoundTheGate {
        static Release leak(CategoryPolicy policy, Connector connector, UserFacts user) {
            return policy.release(connector, user);
        }
    }

    private static final class Sound {
        static String context(PortalSession session) {
            return session.context().uai();
        }
    }
}
