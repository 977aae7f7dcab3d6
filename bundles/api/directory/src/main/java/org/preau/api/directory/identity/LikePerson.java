package org.preau.api.directory.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.directory.AccountState;

/**
 * One of two people who look like one: as much as somebody needs to tell whether they are.
 *
 * @param id the person
 * @param firstName first name
 * @param lastName family name
 * @param birthDate date of birth, null if unknown
 * @param profiles what the person is, foremost first
 * @param schools names of the schools
 * @param classes names of the classes; for a guardian the children's first names
 * @param sources where the data come from: {@code AAF 24}
 * @param login login, or empty
 * @param state state of the account, null without one
 * @since 1.0
 */
public record LikePerson(
        UUID id,
        String firstName,
        String lastName,
        @Nullable LocalDate birthDate,
        List<Profile> profiles,
        List<String> schools,
        List<String> classes,
        List<LocalizedText> sources,
        String login,
        @Nullable AccountState state) {}
