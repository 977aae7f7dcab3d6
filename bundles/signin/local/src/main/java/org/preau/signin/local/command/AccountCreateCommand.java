package org.preau.signin.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.LocalPasswords;
import org.preau.api.signin.SignIns;
import org.preau.signin.local.credential.Credentials;

/** {@code preau:account-create}: makes a person with a local account, all or nothing (611C). */
@Component
public final class AccountCreateCommand implements PortalCommand {
    private static final int SHORTEST_GIVEN = 8;

    private final Tx tx;
    private final Accounts accounts;
    private final Structures structures;
    private final Credentials credentials;
    private final LocalPasswords passwords;
    private final SignIns signIns;

    /** For the service registry. */
    @Activate
    public AccountCreateCommand(
            @Reference(target = "(preau.unit=signin_local)") Tx tx,
            @Reference Accounts accounts,
            @Reference Structures structures,
            @Reference Credentials credentials,
            @Reference LocalPasswords passwords,
            @Reference SignIns signIns) {
        this.tx = tx;
        this.accounts = accounts;
        this.structures = structures;
        this.credentials = credentials;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "account-create",
                        "Makes a person with a local account; prints his code unless a password is given")
                .argument("login", "wanted login")
                .requiredOption("profile", "PROFILE", "one of " + Arrays.toString(Profile.values()))
                .requiredOption("uai", "UAI", "UAI of the school, or code of another structure")
                .requiredOption("first-name", "NAME", "first name")
                .requiredOption("last-name", "NAME", "family name")
                .option("password-file", "FILE", "file whose first line is the password")
                .flag("active", "the account is activated and the charter accepted; needs a password")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) throws IOException {
        Profile profile = Profile.named(call.value("profile"))
                .orElseThrow(
                        () -> new MisusedCommandException("--profile is one of " + Arrays.toString(Profile.values())));
        Optional<String> password = password(call);
        if (call.flag("active") && password.isEmpty()) {
            throw new MisusedCommandException("--active needs --password-file");
        }
        Structure structure = structures
                .byCode(call.value("uai"))
                .orElseThrow(() -> new PortalException(
                        ErrorCode.NOT_FOUND, "no school or structure has the code " + call.value("uai"), null));
        NewAccount wanted = new NewAccount(
                Optional.of(call.value("login")),
                profile,
                structure.id(),
                call.value("first-name"),
                call.value("last-name"));
        Map<String, Object> made = tx.writeSql(connection -> make(wanted, password.orElse(null), call.flag("active")));
        password.flatMap(given -> credentials.problem(given, call.value("login"), null))
                .ifPresent(problem -> call.err()
                        .println("warning: this password is weaker than a user could choose (" + problem + ")"));
        if (call.flag("json")) {
            call.json(made);
        } else {
            made.forEach((name, value) -> call.out().println(name + ": " + value));
        }
        return OK;
    }

    private Map<String, Object> make(NewAccount wanted, @Nullable String password, boolean active) {
        Account account = accounts.create(wanted);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("id", account.id());
        made.put("login", account.login());
        made.put("profile", account.profile());
        if (password != null) {
            passwords.set(Subject.SYSTEM, account.id(), password);
        } else {
            made.put(
                    account.profile() == Profile.STUDENT ? "passphrase" : "code",
                    credentials.renew(account, () -> {}).text());
        }
        if (active) {
            accounts.activate(account.id());
            signIns.acceptCharter(account.id());
        }
        made.put("state", active ? AccountState.ACTIVE : AccountState.INACTIVE);
        return made;
    }

    private static Optional<String> password(CommandCall call) throws IOException {
        if (call.optional("password-file").isEmpty()) {
            return Optional.empty();
        }
        Path file = call.file("password-file");
        if (!Files.isRegularFile(file)) {
            throw new MisusedCommandException("there is no file " + file);
        }
        String password = Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        if (password.length() < SHORTEST_GIVEN) {
            throw new PortalException(
                    ErrorCode.INVALID_INPUT,
                    "the password in " + file + " has fewer than " + SHORTEST_GIVEN + " characters",
                    null);
        }
        return Optional.of(password);
    }
}
