package org.preau.connectors.category4;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;

/**
 * Requirement 3113-4: the service knows its users already and finds them by an identifier; nothing else leaves. Of the two identifiers that the tender allows the opaque one is given, never the one
 * by which the portal knows the user.
 *
 * <table>
 * <caption>What leaves</caption>
 * <tr><td>user and {@code uid}</td><td>opaque identifier of the user's own at this connector, the same for ever</td></tr>
 * </table>
 */
@Component
public final class Category4Policy implements CategoryPolicy {
    @Override
    public int category() {
        return 4;
    }

    @Override
    public Release release(Connector connector, UserFacts user) {
        String id = user.pairwiseId();
        return new Release(Optional.of(id), Map.of("uid", List.of(id)));
    }
}
