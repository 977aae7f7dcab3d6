package org.preau.core.containment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.containment.PluginState;
import org.preau.api.containment.Quarantine;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** Shows the plugins, and releases them for those who may act on the whole portal. */
@Component
public final class AuditedQuarantine implements Quarantine {
    private static final Texts TEXTS = Texts.of(AuditedQuarantine.class);

    private final DefaultContainment containment;
    private final Authorisation authorisation;
    private final Structures structures;
    private final Audit audit;

    /** Works by these. */
    @Activate
    public AuditedQuarantine(
            @Reference DefaultContainment containment,
            @Reference Authorisation authorisation,
            @Reference Structures structures,
            @Reference Audit audit) {
        this.containment = containment;
        this.authorisation = authorisation;
        this.structures = structures;
        this.audit = audit;
    }

    @Override
    public List<PluginState> plugins() {
        return containment.states();
    }

    @Override
    public Optional<PluginState> plugin(String symbolicName) {
        return plugins().stream()
                .filter(state -> state.plugin().equals(symbolicName))
                .findFirst();
    }

    @Override
    public boolean release(Subject by, String symbolicName) {
        require(by);
        PluginGuard guard = containment
                .named(symbolicName)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "unknown", symbolicName));
        PluginState.Stop stop = guard.breaker().stop();
        if (stop == null) {
            return false;
        }
        audit.record(by, RELEASE, "plugin:" + symbolicName, Map.of("stopped", stop.why()));
        return containment.release(guard);
    }

    private void require(Subject by) {
        if (by.isSystem()) {
            return;
        }
        List<Structure> roots = structures.roots();
        if (roots.isEmpty()) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "forbidden");
        }
        roots.forEach(root -> authorisation.require(by, RELEASE, Scope.structure(root.id())));
    }
}
