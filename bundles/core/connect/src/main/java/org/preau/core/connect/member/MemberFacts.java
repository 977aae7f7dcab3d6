package org.preau.core.connect.member;

import java.util.List;
import org.preau.api.connector.UserFacts;

/**
 * What a policy may know of somebody in a list: the identifier that the service has already, profile and school. No attribute of his: these leave at his own sign-in, never in a list.
 *
 * @param pairwiseId how the service knows him
 * @param profile SDET code of his profile
 * @param uai code of the school
 */
record MemberFacts(String pairwiseId, String profile, String uai) implements UserFacts {
    @Override
    public List<String> attribute(String sdetName) {
        return List.of();
    }
}
