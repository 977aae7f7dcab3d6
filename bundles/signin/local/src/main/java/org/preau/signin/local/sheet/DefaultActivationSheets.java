package org.preau.signin.local.sheet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.http.PublicAddress;
import org.preau.api.signin.ActivationSheets;
import org.preau.signin.local.LocalCounter;
import org.preau.signin.local.credential.AllowedProfiles;
import org.preau.signin.local.credential.Credentials;
import org.preau.signin.local.credential.LocalConfig;
import org.preau.signin.local.credential.Secret;

/** Gathers the cards of a school: accounts from the directory, codes and passphrases from here. */
@Component(configurationPid = "org.preau.signin.local")
public final class DefaultActivationSheets implements ActivationSheets {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final AllowedProfiles profiles;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Directory directory;
    private final Structures structures;
    private final Authorisation authorisation;
    private final Audit audit;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public DefaultActivationSheets(
            LocalConfig config,
            @Reference Credentials credentials,
            @Reference Accounts accounts,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Authorisation authorisation,
            @Reference Audit audit,
            @Reference PublicAddress address) {
        this.profiles = new AllowedProfiles(config.profiles());
        this.credentials = credentials;
        this.accounts = accounts;
        this.directory = directory;
        this.structures = structures;
        this.authorisation = authorisation;
        this.audit = audit;
        this.address = address;
    }

    @Override
    public List<Card> cards(Subject by, UUID structureId, Optional<String> className) {
        Structure school = school(structureId);
        List<SchoolClass> classes = directory.classesOf(structureId);
        if (className.isPresent()) {
            SchoolClass wanted = classes.stream()
                    .filter(one -> one.name().equalsIgnoreCase(className.get().strip()))
                    .findFirst()
                    .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "noSuchClass"));
            authorisation.require(by, PRINT, Scope.schoolClass(wanted.id()));
            return made(by, school, ofClass(wanted));
        }
        authorisation.require(by, PRINT, Scope.structure(structureId));
        Map<UUID, Holder> holders = new LinkedHashMap<>();
        classes.forEach(one -> ofClass(one).forEach(holders::putIfAbsent));
        gather(holders, Scope.structure(structureId), "", EnumSet.of(Profile.STUDENT, Profile.GUARDIAN));
        gather(
                holders,
                Scope.structure(structureId),
                "",
                EnumSet.complementOf(EnumSet.of(Profile.STUDENT, Profile.GUARDIAN)));
        return made(by, school, holders);
    }

    @Override
    public String html(Subject by, UUID structureId, Optional<String> className) {
        List<Card> cards = cards(by, structureId, className);
        return new SheetPage(school(structureId), address.origin().toString()).html(cards);
    }

    private Map<UUID, Holder> ofClass(SchoolClass one) {
        Map<UUID, Holder> holders = new LinkedHashMap<>();
        gather(holders, Scope.schoolClass(one.id()), one.name(), EnumSet.of(Profile.STUDENT, Profile.GUARDIAN));
        return holders;
    }

    private void gather(Map<UUID, Holder> holders, Scope scope, String className, Set<Profile> wanted) {
        for (Profile profile : wanted) {
            int offset = 0;
            Page<Account> page;
            do {
                page = accounts.ofScope(scope, profile, new PageRequest(offset, PageRequest.MAX));
                page.items().stream()
                        .filter(account -> profiles.allows(account.profile()))
                        .filter(DefaultActivationSheets::usable)
                        .forEach(account -> holders.putIfAbsent(account.id(), new Holder(account, className, profile)));
                offset += PageRequest.MAX;
            } while (offset < page.total());
        }
    }

    private static boolean usable(Account account) {
        return account.state() == AccountState.INACTIVE || account.state() == AccountState.ACTIVE;
    }

    private List<Card> made(Subject by, Structure school, Map<UUID, Holder> holders) {
        List<Account> needed = holders.values().stream().map(Holder::account).toList();
        Map<UUID, Secret> secrets = credentials.secretsOf(needed);
        List<Card> cards = new ArrayList<>();
        for (Holder holder : holders.values()) {
            Secret secret = secrets.get(holder.account().id());
            boolean pupil = holder.account().profile() == Profile.STUDENT;
            if (pupil || secret != null) {
                cards.add(card(holder, pupil, secret == null ? null : secret.text()));
            }
        }
        audit.record(
                by,
                PRINT,
                "structure:" + school.id(),
                Map.of("uai", school.code(), "cards", Integer.toString(cards.size())));
        return List.copyOf(cards);
    }

    private Card card(Holder holder, boolean pupil, @Nullable String secret) {
        Account account = holder.account();
        List<String> children = holder.profile() == Profile.GUARDIAN
                ? directory.childrenOf(account.personId()).stream()
                        .map(Child::firstName)
                        .toList()
                : List.of();
        return new Card(
                account.id(),
                holder.className(),
                holder.profile(),
                account.firstName(),
                account.lastName(),
                children,
                account.login(),
                pupil ? null : secret,
                pupil ? secret : null);
    }

    private Structure school(UUID structureId) {
        return structures
                .byId(structureId)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "noSuchSchool"));
    }

    /**
     * Who gets a card, where, and as what.
     *
     * @param className where it is handed out
     */
    private record Holder(Account account, String className, Profile profile) {}
}
