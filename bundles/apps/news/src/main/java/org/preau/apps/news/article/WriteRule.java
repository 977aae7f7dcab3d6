package org.preau.apps.news.article;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;

/** Who may write news: teachers for their classes and school, heads for their school, inspectors for their circonscription, administrators over their perimeter (54I). */
@Component
public final class WriteRule implements ActionRule {
    /** Name of the action. */
    public static final String WRITE = "news.write";

    @Override
    public String action() {
        return WRITE;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.TEACHER, Profile.HEAD, Profile.INSPECTOR);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM, Role.ADML);
    }

    @Override
    public boolean onGroups() {
        return true;
    }
}
