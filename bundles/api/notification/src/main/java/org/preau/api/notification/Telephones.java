package org.preau.api.notification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Telephones that people gave to be told of urgent things by short message, each confirmed by a code. Safe on any thread. Numbers are personal: they go to a {@link MessageGateway} and nowhere else.
 *
 * <pre>{@code
 * telephones.of(account).ifPresent(number -> gateway.send(new Message(number, "", "L’école est fermée demain.")));
 * }</pre>
 *
 * @since 1.1
 */
@ProviderType
public interface Telephones {
    /** Accounts with a confirmed number, in no order; at most so many. */
    List<UUID> accounts(int most);

    /** The confirmed number of an account, {@code +33612345678}. */
    Optional<String> of(UUID accountId);
}
