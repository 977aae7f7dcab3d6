package org.preau.api.directory.readiness;

import java.util.UUID;

/**
 * Figures of one school, to see what is still to be done before its year can begin.
 *
 * @param schoolId the school
 * @param classes classes of this year
 * @param emptyClasses of them those without a pupil
 * @param untaughtClasses of them those with pupils and without a teacher
 * @param pupils pupils
 * @param pupilsWithoutClass of them those whom no class of the school names
 * @param pupilsWithoutGuardian of them those without any guardian
 * @param guardians guardians of its pupils
 * @param guardiansWithoutMail of them those without an address of mail
 * @param accounts accounts of its people
 * @param accountsNeverUsed of them those never used
 * @since 1.0
 */
public record SchoolReadiness(
        UUID schoolId,
        int classes,
        int emptyClasses,
        int untaughtClasses,
        int pupils,
        int pupilsWithoutClass,
        int pupilsWithoutGuardian,
        int guardians,
        int guardiansWithoutMail,
        int accounts,
        int accountsNeverUsed) {}
