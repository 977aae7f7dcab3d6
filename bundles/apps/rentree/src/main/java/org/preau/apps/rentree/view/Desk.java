package org.preau.apps.rentree.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Structures;
import org.preau.api.directory.readiness.Readiness;
import org.preau.api.signin.ActivationSheets;
import org.preau.apps.rentree.school.Assistant;
import org.preau.apps.rentree.school.Cockpit;
import org.preau.apps.rentree.school.Duplicates;
import org.preau.apps.rentree.school.MarkStore;
import org.preau.apps.rentree.school.ReadinessBook;

/** What every screen of the beginning of the year works with. */
@Component(service = Desk.class)
public final class Desk {
    final Directory directory;
    final Structures structures;
    final Readiness readiness;
    final Authorisation authorisation;
    final Assistant assistant;
    final Cockpit cockpit;
    final Duplicates duplicates;
    final MarkStore marks;
    final ReadinessBook book;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ActivationSheets sheets;

    /** Made by the portal. */
    @Activate
    public Desk(
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Readiness readiness,
            @Reference Authorisation authorisation,
            @Reference Assistant assistant,
            @Reference Cockpit cockpit,
            @Reference Duplicates duplicates,
            @Reference MarkStore marks,
            @Reference ReadinessBook book) {
        this.directory = directory;
        this.structures = structures;
        this.readiness = readiness;
        this.authorisation = authorisation;
        this.assistant = assistant;
        this.cockpit = cockpit;
        this.duplicates = duplicates;
        this.marks = marks;
        this.book = book;
    }

    /** Activation sheets, while local sign-in is there. */
    Optional<ActivationSheets> sheets() {
        return Optional.ofNullable(sheets);
    }

    /** How far a school is. */
    public ReadinessBook book() {
        return book;
    }

    /** Who prepares what. */
    public Assistant assistant() {
        return assistant;
    }

    /** The schools of a perimeter. */
    public Cockpit cockpit() {
        return cockpit;
    }

    /** What was decided. */
    public MarkStore marks() {
        return marks;
    }
}
