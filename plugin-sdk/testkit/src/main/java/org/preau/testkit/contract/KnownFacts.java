package org.preau.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import org.preau.api.base.Profile;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.connector.UserFacts;

/** Facts about somebody of whom the portal knows everything; keeps what was asked for. */
final class KnownFacts implements UserFacts {
    static final String ID = "pairwise-0a1b2c3d";

    private final Profile profile;
    private final List<String> asked = new ArrayList<>();

    KnownFacts(Profile profile) {
        this.profile = profile;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String pairwiseId() {
        asked.add("pairwiseId");
        return ID;
    }

    @Override
    public String profile() {
        return profile.sdetCode();
    }

    @Override
    public String uai() {
        return "0240001A";
    }

    @Override
    public List<String> attribute(String sdetName) {
        asked.add(sdetName);
        return SdetAttribute.named(sdetName)
                .map(known -> switch (known) {
                    case PROFILE -> List.of(profile());
                    case UAI -> List.of(uai());
                    default -> List.of("value of " + sdetName);
                })
                .orElse(List.of());
    }
}
