package org.preau.api.base;

import java.util.Optional;

/**
 * What a person is in a structure, as the tender names the profiles (ENT_ECOLE, chapter 3.2.2).
 *
 * <p>A person may have several profiles, one for each affiliation; the session holds the one of its context.
 *
 * @since 1.0
 */
public enum Profile {
    /** Élève of a primary school; a nursery pupil has no account. */
    STUDENT("National_elv"),
    /** Responsable légal. */
    GUARDIAN("National_tut"),
    /** Enseignant. */
    TEACHER("National_ens"),
    /** Directeur d'école. */
    HEAD("National_dir"),
    /** Personnel intervenant: AESH, RASED… */
    STAFF("National_eta"),
    /** Inspecteur de l'Éducation nationale. */
    INSPECTOR("National_aca"),
    /** CPC, ERUN, CPD numérique. */
    ADVISER("National_aca"),
    /** Personnel de collectivité. */
    TERRITORY("National_col"),
    /** Invité. */
    GUEST("National_ext"),
    /** DRANE, région académique. */
    ACADEMY("National_aca");

    private final String sdetCode;

    Profile(String sdetCode) {
        this.sdetCode = sdetCode;
    }

    /** The value of {@code ENTPersonProfils} in the SDET that stands for this profile. */
    public String sdetCode() {
        return sdetCode;
    }

    /** The profile of that name in any case, or nothing: for configuration and console input. */
    public static Optional<Profile> named(String text) {
        for (Profile profile : values()) {
            if (profile.name().equalsIgnoreCase(text.strip())) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /** Whether the user is a pupil or a guardian: those who get the familiar faces of the shell and no administration. */
    public boolean isFamily() {
        return this == STUDENT || this == GUARDIAN;
    }
}
