package org.preau.core.feed;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** Asks whether somebody may see or do a thing with archives of an academy. One whose academy is not known yet is the matter of those who may on every academy. Safe on any thread. */
@Component(service = FeedAccess.class)
public final class FeedAccess {
    private static final Texts TEXTS = Texts.of(FeedUnit.class);

    private final Authorisation authorisation;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public FeedAccess(@Reference Authorisation authorisation, @Reference Structures structures) {
        this.authorisation = authorisation;
        this.structures = structures;
    }

    /**
     * Passes if allowed.
     *
     * @param academy code of the academy, empty when it is not known
     * @throws PortalException {@code FORBIDDEN} otherwise
     */
    void require(Subject subject, String action, String academy) {
        if (subject.isSystem()) {
            return;
        }
        List<Structure> roots = structures.roots();
        Optional<Structure> own =
                roots.stream().filter(each -> each.code().equals(academy)).findFirst();
        if (roots.isEmpty()) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "academy.none");
        }
        own.map(List::of)
                .orElse(roots)
                .forEach(each -> authorisation.require(subject, action, Scope.structure(each.id())));
    }

    /** The codes of the academies whose archives the subject may see; nothing when he may see all. */
    Optional<List<String>> academies(Subject subject, String action) {
        if (subject.isSystem()) {
            return Optional.empty();
        }
        List<Structure> roots = structures.roots();
        List<String> allowed = roots.stream()
                .filter(each -> authorisation.allows(subject, action, Scope.structure(each.id())))
                .map(Structure::code)
                .toList();
        if (allowed.isEmpty()) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "academy.none");
        }
        return allowed.size() == roots.size() ? Optional.empty() : Optional.of(allowed);
    }
}
