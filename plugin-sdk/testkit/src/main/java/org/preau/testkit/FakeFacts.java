package org.preau.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.preau.api.base.Profile;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.connector.UserFacts;

/** Facts about somebody of whom the portal knows everything; keeps what was asked for. */
public final class FakeFacts implements UserFacts {
    private static final List<String> CODES = List.of("0240001A", "9760123Z", "24", "commune-77288", "", "0240001AA");

    private final String id;
    private final Profile profile;
    private final String uai;
    private final Set<String> asked = new LinkedHashSet<>();

    /** Facts about somebody with that opaque identifier, that profile, and a school of that code. */
    public FakeFacts(String id, Profile profile, String uai) {
        this.id = id;
        this.profile = profile;
        this.uai = uai;
    }

    /** Somebody of that profile in a school. */
    public static FakeFacts of(Profile profile) {
        return new FakeFacts("pairwise-0a1b2c3d", profile, "0240001A");
    }

    /** Somebody of any profile, at a school or at a code that is none. */
    public static FakeFacts any(Random chance) {
        return new FakeFacts(
                Long.toHexString(chance.nextLong()),
                Profile.values()[chance.nextInt(Profile.values().length)],
                CODES.get(chance.nextInt(CODES.size())));
    }

    /** His opaque identifier, without asking for it. */
    public String id() {
        return id;
    }

    /** The names in the SDET of what was asked for so far; {@code uid} is the identifier. */
    public Set<String> asked() {
        return Set.copyOf(asked);
    }

    @Override
    public String pairwiseId() {
        asked.add("uid");
        return id;
    }

    @Override
    public String profile() {
        asked.add(SdetAttribute.PROFILE.sdetName());
        return profile.sdetCode();
    }

    @Override
    public String uai() {
        asked.add(SdetAttribute.UAI.sdetName());
        return uai;
    }

    @Override
    public List<String> attribute(String sdetName) {
        asked.add(sdetName);
        return SdetAttribute.named(sdetName)
                .map(known -> switch (known) {
                    case PROFILE -> List.of(profile.sdetCode());
                    case UAI -> List.of(uai);
                    default -> List.of(sdetName + " of " + id);
                })
                .orElse(List.of());
    }
}
