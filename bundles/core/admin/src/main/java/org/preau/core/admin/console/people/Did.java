package org.preau.core.admin.console.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.identity.PersonFile.AuditLine;

/** A line of the audit trail in the words of who runs a school: what was done, and what he may want to know of it. Ids and addresses of machines stay in the trail. */
final class Did {
    private Did() {}

    /** What was done; what has no words here is named as the trail does. */
    static String words(PersonScreen screen, AuditLine line) {
        return known(screen, "did." + line.action(), screen.text("did.other", line.action()));
    }

    /** Why, through what, or with what result; empty when the words say it all. */
    static String detail(PersonScreen screen, AuditLine line) {
        Map<String, String> told = line.details();
        return switch (line.action()) {
            case "account.block", "account.unblock" -> told.getOrDefault("reason", "");
            case "account.state" ->
                state(told.getOrDefault("after", "")).map(screen::name).orElse("");
            case "account.end" -> day(screen, told.getOrDefault("after", ""));
            case "session.open" -> counter(screen, told.getOrDefault("counter", ""));
            default -> "";
        };
    }

    /** Nothing when the last day was taken away. */
    private static String day(PersonScreen screen, String written) {
        try {
            return screen.day(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private static Optional<AccountState> state(String name) {
        return Arrays.stream(AccountState.values())
                .filter(each -> each.name().equals(name))
                .findAny();
    }

    private static String counter(PersonScreen screen, String counter) {
        return counter.isEmpty() ? "" : known(screen, "did.counter." + counter, counter);
    }

    private static String known(PersonScreen screen, String key, String otherwise) {
        String words = screen.text(key);
        return words.equals("!" + key + "!") ? otherwise : words;
    }
}
