package org.preau.feeds.aaf;

import java.util.Set;

/** The attributes of AAF 1D that are known, by kind, as exports of 2018 to 2025 hold them (dictionary in docs; SDET annexe 4bis). */
final class Attributes {
    private static final Set<String> SCHOOL = Set.of(
            "categorieStructure",
            "ENTStructureJointure",
            "ENTStructureUAI",
            "ENTStructureSIREN",
            "ENTStructureNomCourant",
            "ENTStructureTypeStruct",
            "ENTStructureCodeTypeStruct",
            "ENTEcoleMinistereTutelle",
            "ENTEcoleCodeMinistereTutelle",
            "ENTEtablissementContrat",
            "ENTStructureBoitePostale",
            "ENTStructureAdresse",
            "ENTStructureCodePostal",
            "ENTStructureVille",
            "ENTStructureTelephone",
            "ENTStructureFax",
            "ENTServAcAcademie",
            "ENTServAcCodeAcademie",
            "ENTEcoleSecteur",
            "ENTEcoleCirconscription",
            "ENTEcoleCommune",
            "ENTEcoleRPI",
            "ENTStructureEmail",
            "ENTStructureMailSI");
    private static final Set<String> PUPIL = Set.of(
            "categoriePersonne",
            "ENTPersonJointure",
            "ENTEleveINE",
            "ENTPersonDateNaissance",
            "ENTPersonNom",
            "ENTPersonPrenom",
            "ENTPersonAutresPrenoms",
            "ENTPersonNomPatro",
            "ENTPersonCivilite",
            "ENTPersonMail",
            "ENTEleveAutoriteParentale",
            "ENTPersonStructRattach",
            "ENTPersonClasses",
            "ENTPersonGroupes",
            "ENTEleveNiveau",
            "ENTEleveCycle",
            "ENTEleveTypeClasse",
            "ENTEleveDateEntreeClasses",
            "ENTEleveDateSortieClasses",
            "ENTEleveDateEntreeStructRattach",
            "ENTEleveDateSortieStructRattach",
            "ENTEleveRestaurantScolaire",
            "ENTEleveTransport",
            "ENTEleveGarderieMatin",
            "ENTEleveGarderieSoir",
            "ENTEleveEtudesSurveillees");
    private static final Set<String> GUARDIAN = Set.of(
            "categoriePersonne",
            "ENTPersonJointure",
            "ENTPersonDateNaissance",
            "ENTPersonNom",
            "ENTPersonPrenom",
            "ENTPersonNomPatro",
            "ENTPersonAutresPrenoms",
            "ENTPersonCivilite",
            "ENTPersonTelPerso",
            "ENTPersRelEleveTelPro",
            "ENTPersRelEleveTelMobile",
            "ENTPersonAdresse",
            "ENTPersonCodePostal",
            "ENTPersonVille",
            "ENTPersonPays",
            "ENTPersonAdresseDiffusion",
            "ENTPersonMail",
            "ENTPersRelEleveEleve");
    private static final Set<String> STAFF = Set.of(
            "categoriePersonne",
            "ENTPersonJointure",
            "ENTPersonDateNaissance",
            "ENTPersonNom",
            "ENTPersonPrenom",
            "ENTPersonAutresPrenoms",
            "ENTPersonNomPatro",
            "ENTPersonCivilite",
            "ENTPersonMail",
            "ENTPersonStructRattach",
            "ENTPersonStructRattachDate",
            "ENTPersonFonctions",
            "ENTPersonFonctionsDate",
            "ENTEnsFonctionDir",
            "ENTEnsFonctionDirDate",
            "ENTEnsSpecialites",
            "ENTPersonCategorieEnseignant",
            "ENTPersonCategorieEnseignantDate");
    /** Known, without a field of their own in the directory, but wanted by exchanges to come (GAR, LSU): kept among the raw values. */
    private static final Set<String> CARRIED = Set.of("ENTEleveNiveau", "ENTEnsSpecialites", "ENTStructureSIREN");

    private Attributes() {}

    static boolean isKnown(Kind kind, String attribute) {
        Set<String> known =
                switch (kind) {
                    case SCHOOL -> SCHOOL;
                    case PUPIL -> PUPIL;
                    case GUARDIAN -> GUARDIAN;
                    case STAFF -> STAFF;
                };
        return known.contains(attribute);
    }

    static boolean isCarried(String attribute) {
        return CARRIED.contains(attribute);
    }
}
