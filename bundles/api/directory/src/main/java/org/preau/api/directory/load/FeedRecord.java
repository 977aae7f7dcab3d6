package org.preau.api.directory.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A normalised record of a feed.
 *
 * @since 1.0
 */
public sealed interface FeedRecord {
    /** Name of the file it was read from, for messages. */
    String file();

    /** Key in the source (jointure). */
    String key();

    /**
     * The names of a person as the source gives them.
     *
     * @param lastName usual family name
     * @param firstName first name
     * @param otherNames further first names
     * @param birthName name at birth, or empty
     * @param title civility, or empty
     */
    record Names(String lastName, String firstName, List<String> otherNames, String birthName, String title) {}

    /**
     * A school.
     *
     * @param uai UAI (RNE)
     * @param name usual name, without type and city
     * @param type type in words ({@code ECOLE MATERNELLE}) or empty
     * @param contract {@code PU} public, {@code PR} private under contract, or empty
     * @param address street lines, joined by new lines
     * @param email school's address, or empty
     * @param phone telephone, or empty
     * @param circonscription UAI of the IEN, or empty
     * @param commune INSEE code of the commune, or empty
     * @param rpi label of the RPI, or empty
     * @param raw every attribute as it came, those that the feed does not know too
     */
    record School(
            String file,
            String key,
            String uai,
            String name,
            String type,
            String contract,
            String address,
            String postalCode,
            String city,
            String email,
            String phone,
            String circonscription,
            String commune,
            String rpi,
            Map<String, List<String>> raw)
            implements FeedRecord {}

    /**
     * A pupil.
     *
     * @param ine national identifier, or empty
     * @param birthDate date of birth, null if absent
     * @param schools keys of the schools
     * @param classes classes
     * @param groups groups
     * @param level label of the level: {@code CE1}, or empty
     * @param nursery whether the level is TPS, PS, MS or GS: no account is made
     * @param guardians guardians and how they are linked
     */
    record Pupil(
            String file,
            String key,
            String ine,
            Names names,
            @Nullable LocalDate birthDate,
            String email,
            List<String> schools,
            List<ClassRef> classes,
            List<ClassRef> groups,
            String level,
            boolean nursery,
            List<GuardianRef> guardians,
            Map<String, List<String>> raw)
            implements FeedRecord {}

    /**
     * A guardian (responsable).
     *
     * @param children keys of the children the record names
     * @param phones telephone numbers by attribute name
     * @param addressReleasable whether the address may be given out
     */
    record Guardian(
            String file,
            String key,
            Names names,
            @Nullable LocalDate birthDate,
            String email,
            Map<String, String> phones,
            String address,
            String postalCode,
            String city,
            String country,
            boolean addressReleasable,
            List<String> children,
            Map<String, List<String>> raw)
            implements FeedRecord {}

    /**
     * A member of the personnel.
     *
     * @param schools keys of the schools
     * @param headOf keys of the schools the person heads
     * @param teacher whether the person teaches
     * @param functions functions by school, as labels
     */
    record Staff(
            String file,
            String key,
            Names names,
            @Nullable LocalDate birthDate,
            String email,
            List<String> schools,
            List<String> headOf,
            boolean teacher,
            List<Function> functions,
            Map<String, List<String>> raw)
            implements FeedRecord {}

    /**
     * A class or group that a pupil names.
     *
     * @param school key of the school
     * @param id identifier within the school
     * @param name as shown
     */
    record ClassRef(String school, String id, String name) {}

    /**
     * A link from a pupil to a guardian.
     *
     * @param guardian key of the guardian
     * @param linkCode BCN code (10 mother, 20 father, 50 tutor…)
     */
    record GuardianRef(String guardian, String linkCode) {}

    /**
     * A function of a member of the personnel.
     *
     * @param school key of the school
     * @param code code: {@code ENS}, {@code DIR}…; may be empty
     * @param label label, may be empty
     */
    record Function(String school, String code, String label) {}
}
