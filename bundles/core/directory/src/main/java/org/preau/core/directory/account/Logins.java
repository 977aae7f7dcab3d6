package org.preau.core.directory.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.NameForms;

/** Gives out logins: {@code given.family}, a number on collision, never one that somebody ever had. */
final class Logins {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,7})");
    private static final String NEXT = "select coalesce(max(number), 0) + 1 from directory.login_used where base = ?";
    private static final String TAKE =
            "insert into directory.login_used (login, base, number, account_id, used_at) values (?, ?, ?, ?, ?) on conflict do nothing";

    private final Texts texts;

    Logins(Texts texts) {
        this.texts = texts;
    }

    /** Takes the login made of the names. */
    String fromNames(Connection connection, String firstName, String lastName, UUID account, Instant now)
            throws SQLException {
        String base = NameForms.loginBase(firstName, lastName);
        while (true) {
            int number = (int) Rows.count(connection, NEXT, base);
            String login = number == 1 ? base : base + number;
            if (Rows.update(connection, TAKE, login, base, number, account, now) > 0) {
                return login;
            }
        }
    }

    /** Takes exactly this login. */
    String wanted(Connection connection, String written, UUID account, Instant now) throws SQLException {
        String login = written.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(login).matches()) {
            throw new PortalException(ErrorCode.INVALID_INPUT, texts, "account.login_form", written);
        }
        Matcher numbered = NUMBERED.matcher(login);
        boolean hasNumber = numbered.matches() && !numbered.group(1).isEmpty();
        String base = hasNumber ? numbered.group(1) : login;
        int number = hasNumber ? Integer.parseInt(numbered.group(2)) : 1;
        if (Rows.update(connection, TAKE, login, base, number, account, now) == 0) {
            throw new PortalException(ErrorCode.CONFLICT, texts, "account.login_used", login);
        }
        return login;
    }
}
