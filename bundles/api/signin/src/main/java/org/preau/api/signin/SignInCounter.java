package org.preau.api.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;

/**
 * A place where a user proves who he is: ÉduConnect, guichet agent, local account. Registered as a service; shown on {@code /signin} while it is there.
 *
 * <p>The counter answers its own paths below {@code /signin/<id>} by an {@code HttpEndpoint} and ends with {@link SignIns#proven}.
 *
 * <pre>{@code
 * @Component
 * public final class BadgeCounter implements SignInCounter {
 *     public String id() { return "badge"; }
 *     public LocalizedText label() { return TEXTS.both("counter"); }
 *     public int order() { return 50; }
 *     public boolean serves(Profile profile) { return profile == Profile.STAFF; }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface SignInCounter {
    /** Id: {@code local}, {@code educonnect}. */
    String id();

    /** What its button or form is called. */
    LocalizedText label();

    /** Place among the counters, smallest first. */
    int order();

    /** The form to show on {@code /signin} itself; nothing for a counter that is a button to {@code /signin/<id>}. */
    default Optional<CounterForm> form() {
        return Optional.empty();
    }

    /** Whether people of this profile may use it; asked at each sign-in, whatever the counter proved. {@link CounterRule} narrows it further (322A to 322C). */
    default boolean serves(Profile profile) {
        return true;
    }

    /** Whether {@link #serves} is what the operator wrote for his local accounts, in place of {@link CounterRule}; counts for local accounts only. */
    default boolean servesAsWritten() {
        return false;
    }

    /** Whether it can be used now; one that is down says so on {@code /signin} instead of its button or form. Must not block. */
    default boolean available() {
        return true;
    }

    /**
     * Where the browser goes at last after a sign-out, to end the session at the counter's own provider as well; an address of the portal below {@code /signin/<id>}, or of that provider.
     *
     * @param ended the session that has just ended
     */
    default Optional<URI> signOut(PortalSession ended) {
        return Optional.empty();
    }

    /**
     * The form of a counter: posted to {@code /signin/<id>} with the hidden fields {@code return} and the CSRF token.
     *
     * @param fields its fields in order
     * @param submit label of its button
     * @param links further links below the form
     */
    record CounterForm(List<Field> fields, LocalizedText submit, List<Link> links) {}

    /**
     * A field of a form.
     *
     * @param name name of the input: {@code username}
     * @param label its label
     * @param type HTML type: {@code text}, {@code password}
     * @param autocomplete HTML autocomplete token: {@code username}, {@code current-password}
     */
    record Field(String name, LocalizedText label, String type, String autocomplete) {}

    /**
     * A link below a form.
     *
     * @param label its text
     * @param path a path of the portal
     */
    record Link(LocalizedText label, String path) {}
}
