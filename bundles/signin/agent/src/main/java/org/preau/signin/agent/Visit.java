package org.preau.signin.agent;

/**
 * A browser that was sent to the provider.
 *
 * @param nonce what the identity token must repeat
 * @param verifier proof of who asked (RFC 7636)
 * @param returnTo where to go at the end
 */
record Visit(String nonce, String verifier, String returnTo) {
    @Override
    public String toString() {
        return "Visit[" + returnTo + "]";
    }
}
