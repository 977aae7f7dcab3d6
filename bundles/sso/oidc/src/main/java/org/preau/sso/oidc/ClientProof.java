package org.preau.sso.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which client calls the token endpoint and its neighbours (RFC 6749, 2.3): by the one method that it declares. */
@Component(service = ClientProof.class)
public final class ClientProof {
    private final Clients clients;
    private final AssertionProof assertions;
    private final IdTokens idTokens;

    /** Checks by these. */
    @Activate
    public ClientProof(@Reference Clients clients, @Reference AssertionProof assertions, @Reference IdTokens idTokens) {
        this.clients = clients;
        this.assertions = assertions;
        this.idTokens = idTokens;
    }

    /**
     * A call from server to server.
     *
     * @param form its parameters
     * @param message the same for the library that reads it
     */
    record Call(Parameters form, HTTPRequest message) {}

    /** Reads a call; each parameter may come once, and only in the body. */
    Call read(HttpServletRequest request, String path) throws IOException, Refusal {
        String body = Parameters.body(request);
        Parameters form = Parameters.parse(body);
        if (!form.repeated().isEmpty()) {
            throw Refusal.request("send each parameter once: " + String.join(", ", form.repeated()));
        }
        HTTPRequest message = new HTTPRequest(HTTPRequest.Method.POST, URI.create(idTokens.issuer() + path));
        try {
            message.setContentType("application/x-www-form-urlencoded");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        message.setAuthorization(request.getHeader("Authorization"));
        message.setBody(body);
        return new Call(form, message);
    }

    /** The client, proven. */
    Client proven(Call call) throws Refusal {
        ClientAuthentication authentication;
        try {
            authentication = ClientAuthentication.parse(call.message());
        } catch (ParseException e) {
            throw Refusal.client(
                    "the client authentication cannot be read: one of client_secret_basic, client_secret_post, private_key_jwt");
        }
        if (authentication == null) {
            return unproven(call);
        }
        Client client = clients.byId(authentication.getClientID().getValue()).orElseThrow(ClientProof::no);
        Optional<String> named = call.form().only("client_id");
        boolean twice =
                authentication instanceof PlainClientSecret && call.form().has("client_assertion");
        refuseSuspended(client);
        boolean both = call.message().getAuthorization() != null && call.form().has("client_secret");
        if (twice || both || named.isPresent() && !named.get().equals(client.id())) {
            throw Refusal.client("say who you are in one way");
        }
        if (authentication instanceof PlainClientSecret plain && !client.hasKeys()) {
            String secret = client.secret().orElseThrow(ClientProof::no);
            if (!Secrets.same(secret, plain.getClientSecret().getValue())) {
                throw no();
            }
        } else if (authentication instanceof PrivateKeyJWT signed && client.hasKeys()) {
            assertions.check(client, signed.getClientAssertion());
        } else {
            throw Refusal.client("this is not the method that the client declares");
        }
        return client;
    }

    /** An application on a device has no secret; PKCE stands for it. */
    private Client unproven(Call call) throws Refusal {
        Client client = call.form().only("client_id").flatMap(clients::byId).orElseThrow(ClientProof::no);
        refuseSuspended(client);
        if (client.confidential()) {
            throw Refusal.client("the client has to prove who it is");
        }
        return client;
    }

    private void refuseSuspended(Client client) throws Refusal {
        if (clients.suspended(client)) {
            throw Refusal.client("the connector is suspended");
        }
    }

    private static Refusal no() {
        return Refusal.client("unknown client, or not its secret");
    }
}
