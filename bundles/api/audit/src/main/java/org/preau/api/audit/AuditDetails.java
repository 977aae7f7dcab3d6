package org.preau.api.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the trail tells besides who, what and on what. Never a password, a token or a secret.
 *
 * @param plain names and values that identify nobody but by the portal's own ids
 * @param before values before the act, by name; a name that is absent had none
 * @param after values after the act, by name; a name that is absent has none any more
 * @param personal what tells about a person: logins, addresses, names of people
 * @since 1.1
 */
public record AuditDetails(
        Map<String, String> plain, Map<String, String> before, Map<String, String> after, List<Personal> personal) {
    /** Nothing to tell. */
    public static final AuditDetails NONE = new AuditDetails(Map.of(), Map.of(), Map.of(), List.of());

    /** Keeps its own copies. */
    public AuditDetails {
        plain = Map.copyOf(plain);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        personal = List.copyOf(personal);
    }

    /**
     * A personal detail, kept apart so that {@link Audit#erasePerson} can remove it.
     *
     * @param personId whom it tells about, null when it is not known
     * @param name its name, unique in the entry
     */
    public record Personal(@Nullable UUID personId, String name, String value) {}

    /** Names and values that identify nobody. */
    public static AuditDetails of(Map<String, String> plain) {
        return new AuditDetails(plain, Map.of(), Map.of(), List.of());
    }

    /** The same with one more name and value. */
    public AuditDetails with(String name, String value) {
        Map<String, String> more = new TreeMap<>(plain);
        more.put(name, value);
        return new AuditDetails(more, before, after, personal);
    }

    /** The same with a value that the act changed; null for none. Nothing when the two are equal. */
    public AuditDetails change(String name, @Nullable Object was, @Nullable Object is) {
        if (Objects.equals(was, is)) {
            return this;
        }
        return new AuditDetails(plain, put(before, name, was), put(after, name, is), personal);
    }

    /** The same with a personal detail. */
    public AuditDetails personal(@Nullable UUID personId, String name, String value) {
        List<Personal> more = new ArrayList<>(personal);
        more.add(new Personal(personId, name, value));
        return new AuditDetails(plain, before, after, more);
    }

    /** All of it in one map: {@code name.before}, {@code name.after} for changes. */
    public Map<String, String> flat() {
        Map<String, String> all = new TreeMap<>(plain);
        before.forEach((name, value) -> all.put(name + ".before", value));
        after.forEach((name, value) -> all.put(name + ".after", value));
        personal.forEach(each -> all.put(each.name(), each.value()));
        return all;
    }

    private static Map<String, String> put(Map<String, String> values, String name, @Nullable Object value) {
        if (value == null) {
            return values;
        }
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value.toString());
        return more;
    }
}
