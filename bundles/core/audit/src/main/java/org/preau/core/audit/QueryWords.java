package org.preau.core.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.AuditQuery;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;

/** The words of a command that say which entries are wanted. Days and times without a zone are those of the academy. */
public final class QueryWords {
    private final Accounts accounts;
    private final ZoneId zone;

    /** Looks up logins in these accounts. */
    public QueryWords(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.zone = clock.getZone();
    }

    /** Adds the words to a command. */
    public static CommandSpec declare(CommandSpec spec) {
        return spec.option("action", "PREFIX", "one action (connector.release) or a family (connector.)")
                .option("account", "LOGIN", "who acted, or on whose account; a login or an id")
                .option("target", "TARGET", "on what (account:0192…), or a kind of target (account:)")
                .option("from", "TIME", "the earliest: 2026-11-22, 2026-11-22T08:00 or with a zone")
                .option("to", "TIME", "the latest, the whole day if it is a day")
                .option("text", "TEXT", "what stands in target, details or values; in the last 31 days unless --from");
    }

    /** What a call asks for. */
    public AuditQuery read(CommandCall call) {
        return new AuditQuery(
                call.optional("account").map(this::account).orElse(null),
                call.optional("action").orElse(""),
                call.optional("target").orElse(""),
                call.optional("from").map(from -> time(from, 0)).orElse(null),
                call.optional("to").map(to -> time(to, 1)).orElse(null),
                call.optional("text").orElse(""));
    }

    private UUID account(String word) {
        UUID id = id(word);
        return id != null
                ? id
                : accounts.byLogin(word)
                        .map(Account::id)
                        .orElseThrow(() ->
                                new PortalException(ErrorCode.NOT_FOUND, "no account has the login " + word, null));
    }

    private static @Nullable UUID id(String word) {
        try {
            return UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Instant time(String word, int daysMore) {
        try {
            if (!word.contains("T")) {
                return LocalDate.parse(word)
                        .plusDays(daysMore)
                        .atStartOfDay(zone)
                        .toInstant();
            }
            return word.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(word).toInstant()
                    : LocalDateTime.parse(word).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new MisusedCommandException("want a day or a time such as 2026-11-22T08:00, got " + word);
        }
    }
}
