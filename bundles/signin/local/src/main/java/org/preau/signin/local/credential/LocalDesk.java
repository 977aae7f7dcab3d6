package org.preau.signin.local.credential;

import java.util.UUID;

/** Checks what users type. Comes and goes with the database. */
public interface LocalDesk {
    /**
     * Checks login and password.
     *
     * @param client the client's address
     * @throws org.preau.api.base.PortalException {@code UNAVAILABLE} when too many are waiting already, or the database is away
     */
    Verdict signIn(String login, String password, String client);

    /** Checks login and activation code and, if they are right, keeps the password chosen. */
    Verdict activate(String login, String code, String password, String client);

    /** Keeps another password for an account whose present one is known. */
    Verdict change(UUID accountId, String before, String password, String client);

    /** How many characters a chosen password needs. */
    int shortestPassword();
}
