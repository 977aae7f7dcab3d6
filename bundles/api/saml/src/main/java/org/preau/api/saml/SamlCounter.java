package org.preau.api.saml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.signin.PortalSession;

/**
 * The SAML part of one counter, a service provider. It answers {@code /signin/<id>} (begins, with {@code return}), {@code …/metadata}, {@code …/acs}, {@code …/arrived} and {@code …/slo}; the
 * counter passes every request on, but those of its own pages.
 *
 * <p>A response is checked where it is posted, without any cookie, and parked; the browser is sent on by 303 to {@code …/arrived}, where its cookie shows that it is the one that began. Only then
 * {@link Arrival} is called. What is parked is good once, for ten minutes.
 *
 * @since 1.0
 */
@ProviderType
public interface SamlCounter extends AutoCloseable {
    /** Whether the provider's metadata is there. */
    boolean available();

    /** Answers a request below the counter's path; refusals are logged and shown as a plain page. */
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /**
     * What was proved, for a page that asks the user something in between.
     *
     * @param ticket what {@link Arrival} was given
     * @return nothing when it is over, used, or belongs to another browser
     */
    Optional<SamlProof> proof(HttpServletRequest request, String ticket);

    /**
     * Signs the user in and uses the ticket up; what the sign-out will need is kept with the session.
     *
     * @param goodbye where the provider wants the browser at last after a sign-out ({@code FrEduUrlRetour})
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} when the ticket is used or another browser's, or the account may not be used here
     */
    void signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            String ticket,
            UUID accountId,
            Optional<URI> goodbye)
            throws IOException;

    /** Uses the ticket up without a sign-in. */
    void drop(String ticket);

    /** Where the browser goes after a sign-out to end the provider's session as well; for {@link org.preau.api.signin.SignInCounter#signOut}. */
    Optional<URI> signOut(PortalSession ended);

    /** Ends the watch of the metadata. */
    @Override
    void close();

    /**
     * Called with who has proved himself.
     *
     * <pre>{@code
     * counters.open(settings, (request, response, ticket, proof) ->
     *         counter.signIn(request, response, ticket, accountOf(proof), Optional.empty()));
     * }</pre>
     */
    @ConsumerType
    interface Arrival {
        /**
         * Answers the request: signs in, asks, or says why not.
         *
         * @param ticket stands for the proof, in forms of the counter's
         */
        void arrived(HttpServletRequest request, HttpServletResponse response, String ticket, SamlProof proof)
                throws IOException;
    }
}
