package org.preau.api.directory.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.AccountState;

/**
 * Which people are wanted. Start from {@link #ALL}.
 *
 * @param text names or login, tolerant of accents; empty for all
 * @param profiles any of these; empty for all
 * @param source name of the feed, {@code local} for people made by hand; empty for all
 * @param states state of the account; empty for all, those without account too
 * @param within a structure and those below it; nothing for all that the viewer may see
 * @param schoolClass a class or group: its pupils, their guardians, its teachers
 * @param sort what they are sorted by
 * @param descending the other way round
 * @since 1.0
 */
public record PeopleFilter(
        String text,
        Set<Profile> profiles,
        String source,
        Set<AccountState> states,
        Optional<UUID> within,
        Optional<UUID> schoolClass,
        Sort sort,
        boolean descending) {
    /** Everybody, by name. */
    public static final PeopleFilter ALL =
            new PeopleFilter("", Set.of(), "", Set.of(), Optional.empty(), Optional.empty(), Sort.NAME, false);

    /** Keeps its own copies. */
    public PeopleFilter {
        profiles = Set.copyOf(profiles);
        states = Set.copyOf(states);
    }

    /** What people can be sorted by. */
    public enum Sort {
        /** Family name, first name. */
        NAME,
        /** Login. */
        LOGIN,
        /** Last sign-in. */
        LAST_SIGN_IN
    }

    /** With that text. */
    public PeopleFilter text(String wanted) {
        return new PeopleFilter(wanted, profiles, source, states, within, schoolClass, sort, descending);
    }

    /** With these profiles. */
    public PeopleFilter profiles(Set<Profile> wanted) {
        return new PeopleFilter(text, wanted, source, states, within, schoolClass, sort, descending);
    }

    /** From that source. */
    public PeopleFilter source(String wanted) {
        return new PeopleFilter(text, profiles, wanted, states, within, schoolClass, sort, descending);
    }

    /** With an account in one of these states. */
    public PeopleFilter states(Set<AccountState> wanted) {
        return new PeopleFilter(text, profiles, source, wanted, within, schoolClass, sort, descending);
    }

    /** Within that structure. */
    public PeopleFilter within(UUID structure) {
        return new PeopleFilter(text, profiles, source, states, Optional.of(structure), schoolClass, sort, descending);
    }

    /** Of that class or group. */
    public PeopleFilter schoolClass(UUID wanted) {
        return new PeopleFilter(text, profiles, source, states, within, Optional.of(wanted), sort, descending);
    }

    /** In that order. */
    public PeopleFilter sort(Sort wanted, boolean down) {
        return new PeopleFilter(text, profiles, source, states, within, schoolClass, wanted, down);
    }
}
