package org.preau.sso.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.oauth.ForeignKeys;

/** {@code /sso/oidc/.well-known/openid-configuration} (OpenID Connect Discovery 1.0, RFC 8414). */
final class Discovery {
    private static final List<String> AUTHENTICATION =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");

    private Discovery() {}

    static Map<String, Object> document(String issuer) {
        List<String> algorithms =
                ForeignKeys.ALGORITHMS.stream().map(JWSAlgorithm::getName).toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", issuer + "/authorize");
        document.put("token_endpoint", issuer + "/token");
        document.put("userinfo_endpoint", issuer + "/userinfo");
        document.put("jwks_uri", issuer + "/jwks");
        document.put("revocation_endpoint", issuer + "/revoke");
        document.put("introspection_endpoint", issuer + "/introspect");
        document.put("end_session_endpoint", issuer + "/logout");
        document.put("scopes_supported", Wish.SCOPES);
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query", "form_post"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", Client.ALGORITHMS);
        document.put("code_challenge_methods_supported", List.of("S256"));
        for (String endpoint : List.of("token", "revocation", "introspection")) {
            document.put(endpoint + "_endpoint_auth_methods_supported", AUTHENTICATION);
            document.put(endpoint + "_endpoint_auth_signing_alg_values_supported", algorithms);
        }
        document.put("claims_supported", claims());
        document.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        document.put("claims_parameter_supported", false);
        document.put("request_parameter_supported", false);
        document.put("request_uri_parameter_supported", false);
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("backchannel_logout_supported", true);
        document.put("backchannel_logout_session_supported", true);
        document.put("frontchannel_logout_supported", true);
        document.put("frontchannel_logout_session_supported", true);
        document.put("ui_locales_supported", List.of("fr", "en"));
        return document;
    }

    private static List<String> claims() {
        List<String> claims = new ArrayList<>(List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "sid"));
        claims.addAll(ClaimNames.STANDARD);
        claims.add(ClaimNames.name("ENTPersonProfils"));
        claims.add(ClaimNames.name("ENTPersonStructRattachUAI"));
        return claims;
    }
}
