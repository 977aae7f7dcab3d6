package org.preau.signin.local.credential;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditDetails;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.signin.LocalPasswords;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.Switchboard;
import org.preau.signin.local.LocalCounter;

/** Gives new passphrases, codes and passwords: decides who may, leaves a trace, ends the account's sessions. */
@Component
public final class DefaultLocalPasswords implements LocalPasswords {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final Credentials credentials;
    private final Accounts accounts;
    private final Directory directory;
    private final Structures structures;
    private final Authorisation authorisation;
    private final Audit audit;
    private final PortalSessions sessions;

    /** For the service registry. */
    @Activate
    public DefaultLocalPasswords(
            @Reference Credentials credentials,
            @Reference Accounts accounts,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Authorisation authorisation,
            @Reference Audit audit,
            @Reference PortalSessions sessions) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.directory = directory;
        this.structures = structures;
        this.authorisation = authorisation;
        this.audit = audit;
        this.sessions = sessions;
    }

    @Override
    public String resetPupil(Subject by, UUID accountId) {
        return renew(by, RESET_PUPIL, account(accountId, profile -> profile == Profile.STUDENT));
    }

    @Override
    public String renewCode(Subject by, UUID accountId) {
        return renew(by, RENEW_CODE, account(accountId, profile -> profile != Profile.STUDENT));
    }

    @Override
    public int renewAll(Subject by, UUID structureId, Set<Profile> profiles, boolean exercise) {
        authorisation.require(by, Switchboard.ACT, Scope.structure(structureId));
        Set<Profile> wanted = profiles.isEmpty() ? EnumSet.allOf(Profile.class) : profiles;
        int renewed = 0;
        for (UUID structure : structures.withDescendants(structureId)) {
            for (Profile profile : wanted) {
                renewed += renewAll(by, Scope.structure(structure), profile, exercise);
            }
        }
        return renewed;
    }

    private int renewAll(Subject by, Scope scope, Profile profile, boolean exercise) {
        int renewed = 0;
        int seen = 0;
        List<Account> some;
        do {
            some = accounts.ofScope(scope, profile, new PageRequest(seen, PageRequest.MAX))
                    .items();
            renewed += credentials.renewAll(
                    some,
                    exercise,
                    () -> audit.record(
                            by, "signin.renew-all", "structure:" + scope.id(), Map.of("profile", profile.name())));
            seen += some.size();
        } while (some.size() == PageRequest.MAX);
        return renewed;
    }

    @Override
    public void set(Subject by, UUID accountId, String password) {
        if (!by.isSystem()) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "systemOnly");
        }
        Account account = account(accountId, profile -> true);
        credentials.setPassword(account.id(), password, () -> trace(by, "signin.set-password", account));
        sessions.revokeAccount(Subject.SYSTEM, account.id());
    }

    private String renew(Subject by, String action, Account account) {
        boolean allowed = by.isSystem()
                || directory.scopesOf(account.personId()).stream()
                        .anyMatch(membership -> authorisation.allows(by, action, membership.scope()));
        if (!allowed) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "notAllowed");
        }
        Secret secret = credentials.renew(account, () -> trace(by, action, account));
        sessions.revokeAccount(Subject.SYSTEM, account.id());
        return secret.text();
    }

    private Account account(UUID accountId, Predicate<Profile> wanted) {
        return accounts.byId(accountId)
                .filter(account -> wanted.test(account.profile()))
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "noSuchAccount"));
    }

    private void trace(Subject by, String action, Account account) {
        audit.record(
                by,
                action,
                "account:" + account.id(),
                AuditDetails.NONE.personal(account.personId(), "login", account.login()));
    }
}
