package org.preau.core.directory.command.person;

import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structures;

/** Words that several commands read the same way. */
final class Words {
    private Words() {}

    /** A person by id, or by the login of his account. */
    static UUID person(Accounts accounts, String word) {
        Optional<UUID> id = maybeId(word);
        return id.isPresent() ? id.get() : account(accounts, word).personId();
    }

    static Account account(Accounts accounts, String login) {
        return accounts.byLogin(login)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, "no account has the login " + login, null));
    }

    static UUID id(String word) {
        return maybeId(word).orElseThrow(() -> new MisusedCommandException(word + " is no identifier"));
    }

    /** The structure of {@code --uai}, if given. */
    static Optional<UUID> within(CommandCall call, Structures structures) {
        return call.optional("uai").map(uai -> structures
                .byCode(uai)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, "no structure has the code " + uai, null))
                .id());
    }

    static PageRequest page(CommandCall call) {
        try {
            return new PageRequest(
                    Integer.parseInt(call.optional("offset").orElse("0")),
                    Integer.parseInt(call.optional("limit").orElse("100")));
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException("--offset wants 0 or more, --limit 1 to " + PageRequest.MAX);
        }
    }

    private static Optional<UUID> maybeId(String word) {
        try {
            return Optional.of(UUID.fromString(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
