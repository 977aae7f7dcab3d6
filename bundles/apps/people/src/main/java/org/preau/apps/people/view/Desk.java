package org.preau.apps.people.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Structures;
import org.preau.api.signin.ActivationSheets;
import org.preau.api.signin.LocalPasswords;
import org.preau.apps.people.school.ClassTeachers;
import org.preau.apps.people.school.Roster;

/** What every screen of the directory browser works with. */
@Component(service = Desk.class)
public final class Desk {
    final Directory directory;
    final Structures structures;
    final Accounts accounts;
    final Authorisation authorisation;
    final Roster roster;
    final ClassTeachers teachers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ActivationSheets sheets;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable LocalPasswords passwords;

    /** Made by the portal. */
    @Activate
    public Desk(
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Accounts accounts,
            @Reference Authorisation authorisation,
            @Reference Roster roster,
            @Reference ClassTeachers teachers) {
        this.directory = directory;
        this.structures = structures;
        this.accounts = accounts;
        this.authorisation = authorisation;
        this.roster = roster;
        this.teachers = teachers;
    }

    /** Activation sheets, while local sign-in is there. */
    Optional<ActivationSheets> sheets() {
        return Optional.ofNullable(sheets);
    }

    /** Help with lost passwords, while local sign-in is there. */
    Optional<LocalPasswords> passwords() {
        return Optional.ofNullable(passwords);
    }
}
