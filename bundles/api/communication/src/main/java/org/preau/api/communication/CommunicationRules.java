package org.preau.api.communication;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Reach;

/**
 * Who may write to whom (614B). Changes and the reads for the console ask for the action {@value #SET} on the structure and are audited; they publish {@link CommunicationChanged}. The questions
 * ({@link #mayWrite}, {@link #reach}, {@link #writable}) are answered from memory and from indexes, on any thread.
 *
 * <p>Failures are {@link org.preau.api.base.PortalException}: {@code FORBIDDEN}, {@code NOT_FOUND}, {@code INVALID_INPUT}, {@code CONFLICT} for a rule wider than what is above allows.
 *
 * @since 1.0
 */
@ProviderType
public interface CommunicationRules {
    /** The action that {@code api/authorisation} is asked about. */
    String SET = "communication.set";

    /** The rule that holds in a structure. */
    Effective effective(UUID structureId);

    /** Sets a structure's rule. */
    Effective set(Subject by, UUID structureId, NewSetting setting);

    /** Takes a structure's own rule away: what is above decides again. */
    Effective reset(Subject by, UUID structureId);

    /** What was set at a structure and below it, the latest first; structures that set nothing are not listed. */
    Page<Setting> settings(Subject by, UUID structureId, PageRequest page);

    /** What was ever set for this structure, the latest first. */
    Page<Setting> history(Subject by, UUID structureId, PageRequest page);

    /** Makes an exception. Its author must have the say over both scopes. */
    RuleException except(Subject by, NewException exception);

    /** Ends an exception at once; it stays in the history. */
    void endException(Subject by, UUID exceptionId);

    /**
     * Exceptions at or below a structure, the latest first.
     *
     * @param ended also those that ended or ran out
     */
    Page<RuleException> exceptions(Subject by, UUID structureId, boolean ended, PageRequest page);

    /** Whether a person may write to another, and why. Not authorised: for the portal's own checks; {@link #explain} is for administrators. */
    MayWrite mayWrite(UUID fromPersonId, UUID toPersonId);

    /** The same for an administrator who has the say over the structure of one of the two. */
    MayWrite explain(Subject by, UUID fromPersonId, UUID toPersonId);

    /** Where the people are that a person may write to: a bounded list. */
    List<Reach> reach(UUID personId);

    /**
     * The people the subject may write to, by name; with a text the best match first. The total is exact up to 1,000.
     *
     * @param text part of a name; empty for all
     */
    Page<PersonView> writable(Subject subject, String text, PageRequest page);
}
