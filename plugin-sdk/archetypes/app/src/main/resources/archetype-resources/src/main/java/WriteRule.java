package ${package};

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.base.Profile;

/** Who may write on the board of a school: its teachers and its head. */
@Component
public final class WriteRule implements ActionRule {
    /** Name of the action. */
    public static final String WRITE = "${artifactId}.write";

    @Override
    public String action() {
        return WRITE;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.TEACHER, Profile.HEAD);
    }
}
