package org.preau.connectors.category1;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;

class Category1PolicyTest {
    @ParameterizedTest
    @EnumSource(Profile.class)
    @Requirement("3113-1")
    void releasesNothingAndAsksForNothing(Profile profile) {
        Connector connector = new Connector(
                "free",
                new LocalizedText("Libre", "Free"),
                1,
                "link",
                URI.create("https://free.example/"),
                List.of(),
                Optional.empty(),
                Set.of(profile),
                Set.of("*"));

        assertThat(new Category1Policy().release(connector, new Silent())).isEqualTo(Release.NOTHING);
        assertThat(new Category1Policy().category()).isEqualTo(1);
    }

    private static final class Silent implements UserFacts {
        @Override
        public String pairwiseId() {
            throw new AssertionError("asked for an identifier");
        }

        @Override
        public String profile() {
            throw new AssertionError("asked for the profile");
        }

        @Override
        public String uai() {
            throw new AssertionError("asked for the UAI");
        }

        @Override
        public List<String> attribute(String sdetName) {
            throw new AssertionError("asked for " + sdetName);
        }
    }
}
