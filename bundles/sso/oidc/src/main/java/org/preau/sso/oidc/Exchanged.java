package org.preau.sso.oidc;

import java.util.Optional;

/** What came of a code or a refresh token that a service brought. */
sealed interface Exchanged {
    /**
     * Tokens for it.
     *
     * @param signIn what they stand for
     * @param access access token
     * @param refresh refresh token, good for one use
     */
    record Given(SignIn signIn, String access, String refresh) implements Exchanged {
        @Override
        public String toString() {
            return "Given[" + signIn + "]";
        }
    }

    /**
     * Nothing for it.
     *
     * @param refusal why
     * @param stolen the sign-in that has ended for it, since somebody brought twice what is good for one use
     */
    record Refused(Refusal refusal, Optional<SignIn> stolen) implements Exchanged {}
}
