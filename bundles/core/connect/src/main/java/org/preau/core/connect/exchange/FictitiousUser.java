package org.preau.core.connect.exchange;

import java.util.List;
import java.util.Map;
import org.preau.api.base.Profile;
import org.preau.api.connector.UserFacts;

/** Somebody who does not exist, to try what would leave: nothing is looked up, nothing is stored. */
final class FictitiousUser implements UserFacts {
    private static final Map<String, String> FACTS = Map.of(
            "idENT", "exemple",
            "ENTPersonNom", "Exemple",
            "ENTPersonPrenom", "Camille",
            "ENTPersonNomAffichage", "Camille Exemple",
            "ENTPersonMail", "camille.exemple@ecole.example",
            "ENTPersonDateNaissance", "14/03/2016",
            "ENTPersonLogin", "camille.exemple",
            "ENTStructureNomCourant", "École des Exemples");

    private final Profile profile;

    FictitiousUser(Profile profile) {
        this.profile = profile;
    }

    @Override
    public String pairwiseId() {
        return "0123456789abcdef0123456789abcdef01234567";
    }

    @Override
    public String profile() {
        return profile.sdetCode();
    }

    @Override
    public String uai() {
        return "0000000X";
    }

    @Override
    public List<String> attribute(String sdetName) {
        return switch (sdetName) {
            case "ENTPersonProfils" -> List.of(profile());
            case "ENTPersonStructRattachUAI" -> List.of(uai());
            default -> List.of(FACTS.getOrDefault(sdetName, "(" + sdetName + ")"));
        };
    }
}
