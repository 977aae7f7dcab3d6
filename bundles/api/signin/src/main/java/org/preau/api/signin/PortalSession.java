package org.preau.api.signin;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * A signed-in session, as it is now. The cookie's token is nowhere in it.
 *
 * @param id identifier of the session
 * @param accountId account
 * @param personId person
 * @param login the account's login
 * @param firstName first name
 * @param lastName family name
 * @param counter the counter used
 * @param since when it was opened
 * @param context where the user is: profile, school, child
 * @since 1.0
 */
public record PortalSession(
        UUID id,
        UUID accountId,
        UUID personId,
        String login,
        String firstName,
        String lastName,
        String counter,
        Instant since,
        Context context) {
    /**
     * Where the user is in the portal.
     *
     * @param profile as what
     * @param structureId in which school or structure
     * @param structureName its name
     * @param uai its UAI or code: the one that leaves towards services
     * @param childId for a guardian, the child looked at; null for all of them
     */
    public record Context(
            Profile profile, UUID structureId, String structureName, String uai, @Nullable UUID childId) {}

    /** The same session elsewhere in the portal. */
    public PortalSession in(Context elsewhere) {
        return new PortalSession(id, accountId, personId, login, firstName, lastName, counter, since, elsewhere);
    }

    /**
     * All of it as text, for a bundle that must know the user when the session itself is over: a device that stays signed in. Kept in the bundle's own table, never sent anywhere; {@link #ofKept} reads
     * it.
     */
    public Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        kept.put("session", id.toString());
        kept.put("account", accountId.toString());
        kept.put("person", personId.toString());
        kept.put("login", login);
        kept.put("first", firstName);
        kept.put("last", lastName);
        kept.put("counter", counter);
        kept.put("since", since.toString());
        kept.put("profile", context.profile().name());
        kept.put("structure", context.structureId().toString());
        kept.put("name", context.structureName());
        kept.put("uai", context.uai());
        UUID child = context.childId();
        if (child != null) {
            kept.put("child", child.toString());
        }
        return kept;
    }

    /**
     * What {@link #kept} wrote.
     *
     * @throws IllegalArgumentException when something is missing or is not what it should be
     */
    public static PortalSession ofKept(Map<String, String> kept) {
        String child = kept.get("child");
        return new PortalSession(
                UUID.fromString(text(kept, "session")),
                UUID.fromString(text(kept, "account")),
                UUID.fromString(text(kept, "person")),
                text(kept, "login"),
                text(kept, "first"),
                text(kept, "last"),
                text(kept, "counter"),
                Instant.parse(text(kept, "since")),
                new Context(
                        Profile.valueOf(text(kept, "profile")),
                        UUID.fromString(text(kept, "structure")),
                        text(kept, "name"),
                        text(kept, "uai"),
                        child == null ? null : UUID.fromString(child)));
    }

    private static String text(Map<String, String> kept, String key) {
        String value = kept.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a kept session without " + key);
        }
        return value;
    }

    /** Who acts in this session. */
    public Subject subject() {
        return new Subject(accountId, personId, context.profile(), context.structureId());
    }

    /** First and last name. */
    public String displayName() {
        return (firstName + " " + lastName).strip();
    }
}
