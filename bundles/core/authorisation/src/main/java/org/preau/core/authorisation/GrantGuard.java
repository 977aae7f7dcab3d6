package org.preau.core.authorisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structures;

/** Nobody gives more than he holds, and nobody to himself. The portal itself (the operator at the console) may give everything. */
final class GrantGuard {
    private final Function<UUID, List<Grant>> running;
    private final Structures structures;
    private final Accounts accounts;
    private final Texts texts;

    GrantGuard(Function<UUID, List<Grant>> running, Structures structures, Accounts accounts, Texts texts) {
        this.running = running;
        this.structures = structures;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Passes if the subject may give that. */
    void mayGive(Subject by, UUID accountId, Role role, UUID structureId, @Nullable LocalDate until) {
        UUID giver = by.accountId();
        if (giver == null) {
            return;
        }
        if (giver.equals(accountId) || samePerson(by, accountId)) {
            throw new PortalException(ErrorCode.FORBIDDEN, texts, "grant.self");
        }
        List<Grant> enough = over(giver, role, structureId);
        if (enough.isEmpty()) {
            throw new PortalException(ErrorCode.FORBIDDEN, texts, "grant.more");
        }
        if (enough.stream().noneMatch(each -> lastsUntil(each, until))) {
            throw new PortalException(ErrorCode.FORBIDDEN, texts, "grant.longer");
        }
    }

    /** Passes if the subject may end that. */
    void mayEnd(Subject by, Grant grant) {
        UUID ender = by.accountId();
        if (ender != null && over(ender, grant.role(), grant.structureId()).isEmpty()) {
            throw new PortalException(ErrorCode.FORBIDDEN, texts, "grant.more");
        }
    }

    /** Whether one role is enough to give another. */
    static boolean covers(Role held, Role given) {
        return switch (held) {
            case ADM -> true;
            case ADML -> given == Role.ADML;
            case ADMC -> false;
        };
    }

    private List<Grant> over(UUID account, Role role, UUID structureId) {
        Set<UUID> above = structures.withAncestors(structureId);
        return running.apply(account).stream()
                .filter(each -> covers(each.role(), role) && above.contains(each.structureId()))
                .toList();
    }

    private boolean samePerson(Subject by, UUID accountId) {
        UUID person = by.personId();
        return person != null
                && accounts.byId(accountId)
                        .map(Account::personId)
                        .filter(person::equals)
                        .isPresent();
    }

    private static boolean lastsUntil(Grant held, @Nullable LocalDate until) {
        LocalDate own = held.until();
        return own == null || until != null && !until.isAfter(own);
    }
}
