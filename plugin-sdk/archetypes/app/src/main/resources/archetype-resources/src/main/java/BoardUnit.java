#set( $schema = $artifactId.replace("-", "_") )
package ${package};

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The application's own schema; the portal migrates it by the scripts in {@code db/migration}. */
@Component
public final class BoardUnit implements PersistenceUnit {
    /** Selects the transactions on this schema. */
    static final String TARGET = "(preau.unit=${schema})";

    @Override
    public String name() {
        return "${schema}";
    }
}
