package org.preau.connectors.catalogue;

import java.util.List;
import org.preau.api.connector.UserFacts;

/** An invented user of whom everything is known: what a policy gives of him tells what a service can receive at most. Nothing is stored or sent. */
final class Everything implements UserFacts {
    @Override
    public String pairwiseId() {
        return "0";
    }

    @Override
    public String profile() {
        return "National_elv";
    }

    @Override
    public String uai() {
        return "0000000A";
    }

    @Override
    public List<String> attribute(String sdetName) {
        return List.of("-");
    }
}
