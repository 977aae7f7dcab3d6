package org.preau.api.signin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * The sheets a school hands out so that people can use their account for the first time: one card an account, by class.
 *
 * <p>An adult's card shows his login and an activation code, good for one use; the card of an adult who is active already is left out. A pupil's card shows his login and his
 * passphrase at once, without any code, and can be printed again at any time: a child of six cannot choose a password.
 *
 * @since 1.0
 */
@ProviderType
public interface ActivationSheets {
    /** Action: print the sheets of a school. */
    String PRINT = "signin.sheets";

    /**
     * The cards of a school, by class, pupils first, then guardians; the personnel last, without a class. Makes the codes and passphrases that are missing; audited.
     *
     * @param className only this class (name in any case), without the personnel; empty for the whole school
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} unless {@link #PRINT} is allowed on the school, {@code NOT_FOUND} for an unknown school or class
     */
    List<Card> cards(Subject by, UUID structureId, Optional<String> className);

    /** The same cards as one HTML page to print on A4, in French, complete in itself. */
    String html(Subject by, UUID structureId, Optional<String> className);

    /**
     * The card of one account.
     *
     * @param accountId the account
     * @param className the class it is handed out in, empty for the personnel
     * @param profile pupil, guardian, or a profile of the personnel
     * @param children for a guardian, first names of his children
     * @param login what he types as his login
     * @param code for an adult, the activation code, {@code ABCD-EFGH}; else null
     * @param passphrase for a pupil, his passphrase; null when he was given a password otherwise
     */
    record Card(
            UUID accountId,
            String className,
            Profile profile,
            String firstName,
            String lastName,
            List<String> children,
            String login,
            @Nullable String code,
            @Nullable String passphrase) {
        /** Keeps its own copy of the names. */
        public Card {
            children = List.copyOf(children);
        }
    }
}
