package org.preau.core.communication;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEventListener;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Directory;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.Scope;

/** Remembers which classes have teachers: the AAF of the 1er degré does not say who teaches where, and until somebody does a family must still reach a teacher. */
@Component(service = {ClassStaff.class, PortalEventListener.class})
public final class ClassStaff implements PortalEventListener<DirectoryChanged> {
    private static final int MOST = 20_000;
    private static final Set<Profile> TEACHERS = EnumSet.of(Profile.TEACHER, Profile.HEAD);

    private final Directory directory;
    private final Map<UUID, Boolean> known = new ConcurrentHashMap<>();

    /** Takes its service. */
    @Activate
    public ClassStaff(@Reference Directory directory) {
        this.directory = directory;
    }

    /** Whether anybody is known to teach the class or to look after the group. */
    boolean isKnown(Scope scope) {
        Boolean remembered = known.get(scope.id());
        if (remembered != null) {
            return remembered;
        }
        boolean found = !directory
                .members(Subject.SYSTEM, scope, TEACHERS, PageRequest.first(1))
                .items()
                .isEmpty();
        if (known.size() < MOST) {
            known.put(scope.id(), found);
        }
        return found;
    }

    @Override
    public Class<DirectoryChanged> type() {
        return DirectoryChanged.class;
    }

    @Override
    public void on(DirectoryChanged event) {
        known.clear();
    }
}
