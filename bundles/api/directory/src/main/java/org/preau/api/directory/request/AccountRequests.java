package org.preau.api.directory.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * Accounts for people whom the AAF lacks: asked for by heads, collectivities and the academy, decided by who may {@value #MODERATE} there (322C, 611C, 621A, 621D). Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface AccountRequests {
    /** The action of asking; its target is the structure. */
    String ASK = "account.request";

    /** The action of deciding and of changing ends; its target is the structure. */
    String MODERATE = "account.moderate";

    /** The action of making a guest's account without asking; its target is the structure. */
    String INVITE = "account.invite";

    /** Asks for an account. */
    AccountRequest ask(Subject by, AccountWish wish);

    /** Makes a guest's account at once, for at most the days that are set (92 by default). */
    AccountRequest invite(Subject by, AccountWish wish);

    /** Accepts: the account is made, not yet active. */
    AccountRequest accept(Subject by, UUID requestId);

    /** Refuses, with a reason. */
    AccountRequest refuse(Subject by, UUID requestId, String reason);

    /** Takes a refusal back: the request waits again, without an answer. */
    AccountRequest reopen(Subject by, UUID requestId);

    /** Requests in a state, the oldest first while they wait, else the latest first: those the viewer may decide, and his own. */
    Page<AccountRequest> list(Subject viewer, RequestState state, PageRequest page);

    /** Changes the last day of an account made by hand; a guest's stays within the days that are set. */
    void setEnd(Subject by, UUID accountId, LocalDate until);

    /** Accounts made by hand that end within so many days, the soonest first, within the structure or the viewer's perimeter. */
    Page<Expiry> expiring(Subject viewer, Optional<UUID> within, int days, PageRequest page);
}
