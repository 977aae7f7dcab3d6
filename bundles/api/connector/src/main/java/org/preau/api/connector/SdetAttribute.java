package org.preau.api.connector;

import java.util.Optional;

/**
 * The attributes of the SDET that the portal can give out, with their names there. What is not here never leaves: the national pupil identifier, keys of the AAF, addresses and telephone numbers
 * among others.
 *
 * @since 1.0
 */
public enum SdetAttribute {
    /** Identifier of the portal itself among ENTs, as the operator set it ({@code ent.id}): the same for all its users. */
    ENT("idENT", true),
    /** Profile in the school of the context: {@code National_elv}. */
    PROFILE("ENTPersonProfils", true),
    /** UAI of the school of the context. */
    UAI("ENTPersonStructRattachUAI", true),
    /** Usual name of the school of the context. */
    SCHOOL_NAME("ENTStructureNomCourant", true),
    /** Login. */
    LOGIN("ENTPersonLogin", false),
    /** Family name. */
    LAST_NAME("ENTPersonNom", false),
    /** Usual first name. */
    FIRST_NAME("ENTPersonPrenom", false),
    /** Name at birth, where it is known. */
    BIRTH_NAME("ENTPersonNomPatro", false),
    /** First and family name, as shown. */
    DISPLAY_NAME("ENTPersonNomAffichage", false),
    /** Civility. */
    TITLE("ENTPersonCivilite", false),
    /** Address of mail. */
    MAIL("ENTPersonMail", false),
    /** Date of birth, {@code dd/MM/yyyy} as in the AAF. */
    BIRTH_DATE("ENTPersonDateNaissance", false),
    /** A pupil's level: {@code CE1}. */
    LEVEL("ENTEleveNiveau", false),
    /** A pupil's classes in the school of the context: {@code 0240001A$CE1 A}. */
    CLASSES("ENTEleveClasses", false),
    /** A pupil's groups in the school of the context, likewise. */
    GROUPS("ENTEleveGroupes", false),
    /** The classes somebody teaches in the school of the context, likewise. */
    TAUGHT_CLASSES("ENTAuxEnsClasses", false);

    private final String sdetName;
    private final boolean anonymous;

    SdetAttribute(String sdetName, boolean anonymous) {
        this.sdetName = sdetName;
        this.anonymous = anonymous;
    }

    /** Its name in the SDET, as connector files and CAS and SAML answers write it. */
    public String sdetName() {
        return sdetName;
    }

    /** Whether it is tied to no identity: many people share its value (category 2). */
    public boolean anonymous() {
        return anonymous;
    }

    /** The attribute of that SDET name, to the letter. */
    public static Optional<SdetAttribute> named(String sdetName) {
        for (SdetAttribute attribute : values()) {
            if (attribute.sdetName.equals(sdetName)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }
}
