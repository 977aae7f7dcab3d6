package org.preau.feeds.demo;

import java.security.SecureRandom;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.signin.LocalPasswords;
import org.preau.api.signin.SignIns;

/** Makes accounts ready to use: a generated password, activated, charter accepted. */
final class ReadyAccounts {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts;
    private final SignIns signIns;
    private final LocalPasswords passwords;

    ReadyAccounts(Accounts accounts, SignIns signIns, LocalPasswords passwords) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.passwords = passwords;
    }

    /** Makes it ready and gives back its new password. */
    String ready(Account account) {
        String password = password();
        passwords.set(Subject.SYSTEM, account.id(), password);
        if (account.state() != AccountState.ACTIVE) {
            accounts.activate(account.id());
        }
        signIns.acceptCharter(account.id());
        return password;
    }

    /** Four groups of four: easy to copy by hand, 80 bits. */
    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
