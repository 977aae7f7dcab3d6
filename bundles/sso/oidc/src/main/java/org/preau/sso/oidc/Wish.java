package org.preau.sso.oidc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service asks of the authorization endpoint (OpenID Connect Core, 3.1.2.1), checked.
 *
 * @param client who asks
 * @param redirectUri where the answer goes
 * @param formPost whether it is posted there
 * @param scopes what is granted of the scopes asked for
 * @param challenge PKCE challenge
 * @param nonce nonce
 * @param prompts how to ask the user
 * @param maxAge seconds since he signed in, at most; -1 for any
 * @param subject whom the service expects, by {@code id_token_hint}
 */
record Wish(
        Client client,
        String redirectUri,
        boolean formPost,
        Set<String> scopes,
        @Nullable String challenge,
        @Nullable String nonce,
        Set<String> prompts,
        long maxAge,
        Optional<String> subject) {
    /** Scopes that mean something. */
    static final List<String> SCOPES = List.of("openid", "profile", "email", "offline_access", "portal");

    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");
    private static final List<String> NOT_OFFERED = List.of("request", "request_uri", "registration");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_STATE = 1_000;
    private static final int LONGEST_NONCE = 500;

    static Wish read(Client client, Parameters asked, IdTokens idTokens) throws Refusal {
        if (!asked.repeated().isEmpty()) {
            throw Refusal.request("send each parameter once: " + String.join(", ", asked.repeated()));
        }
        for (String name : NOT_OFFERED) {
            if (asked.has(name)) {
                throw Refusal.of(name + "_not_supported", "send the parameters themselves, not " + name);
            }
        }
        String type = asked.only("response_type").orElseThrow(() -> Refusal.request("response_type is missing"));
        if (!type.equals("code")) {
            throw Refusal.of("unsupported_response_type", "the code flow is offered: response_type=code");
        }
        String mode = asked.only("response_mode").orElse("query");
        if (!mode.equals("query") && !mode.equals("form_post")) {
            throw Refusal.request("response_mode is query or form_post");
        }
        if (asked.only("state").orElse("").length() > LONGEST_STATE
                || asked.only("nonce").orElse("").length() > LONGEST_NONCE) {
            throw Refusal.request("state is at most " + LONGEST_STATE + " characters, nonce " + LONGEST_NONCE);
        }
        return new Wish(
                client,
                asked.only("redirect_uri").orElseThrow(() -> Refusal.request("redirect_uri is missing")),
                mode.equals("form_post"),
                scopes(client, asked),
                challenge(client, asked),
                asked.only("nonce").orElse(null),
                prompts(asked),
                maxAge(asked),
                subject(client, asked, idTokens));
    }

    boolean silent() {
        return prompts.contains("none");
    }

    /** Whether the user is asked although he is signed in: the service wishes it, or a device would stay signed in. */
    boolean asksConsent() {
        return prompts.contains("consent") || staysSignedIn();
    }

    boolean staysSignedIn() {
        return scopes.contains("offline_access");
    }

    private static Set<String> scopes(Client client, Parameters asked) throws Refusal {
        List<String> all = List.of(asked.only("scope").orElse("").split(" "));
        if (!all.contains("openid")) {
            throw Refusal.of("invalid_scope", "scope holds openid");
        }
        Set<String> granted = new LinkedHashSet<>(all);
        granted.retainAll(SCOPES);
        if (!client.nativeApp()) {
            granted.remove("offline_access");
        }
        if (!client.mayUseApi()) {
            granted.remove("portal");
        }
        return granted;
    }

    private static @Nullable String challenge(Client client, Parameters asked) throws Refusal {
        Optional<String> challenge = asked.only("code_challenge");
        if (challenge.isEmpty()) {
            if (asked.has("code_challenge_method") || asked.has("code_challenge") || !client.confidential()) {
                throw Refusal.request("code_challenge is missing (PKCE)");
            }
            return null;
        }
        if (!asked.only("code_challenge_method").orElse("plain").equals("S256")) {
            throw Refusal.request("code_challenge_method is S256");
        }
        if (!CHALLENGE.matcher(challenge.get()).matches()) {
            throw Refusal.request("code_challenge is a SHA-256 in Base64url, 43 characters");
        }
        return challenge.get();
    }

    private static Set<String> prompts(Parameters asked) throws Refusal {
        Set<String> prompts =
                new LinkedHashSet<>(List.of(asked.only("prompt").orElse("").split(" ")));
        prompts.remove("");
        if (!PROMPTS.containsAll(prompts) || prompts.contains("none") && prompts.size() > 1) {
            throw Refusal.request("prompt is none alone, or some of login, consent, select_account");
        }
        return prompts;
    }

    private static long maxAge(Parameters asked) throws Refusal {
        String text = asked.only("max_age").orElse("-1");
        if (!text.matches("-1|[0-9]{1,9}") || asked.has("max_age") && text.equals("-1")) {
            throw Refusal.request("max_age is a number of seconds");
        }
        return Long.parseLong(text);
    }

    private static Optional<String> subject(Client client, Parameters asked, IdTokens idTokens) throws Refusal {
        Optional<String> hint = asked.only("id_token_hint");
        if (hint.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(idTokens.issued(hint.get())
                .filter(claims -> claims.getAudience().contains(client.id()))
                .orElseThrow(() -> Refusal.request("id_token_hint is no ID token of this issuer for this client"))
                .getSubject());
    }
}
