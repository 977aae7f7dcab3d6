package org.preau.connectors.category5;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;

/**
 * Requirement 3113-5: attributes that the convention declares and that the user, or a pupil's guardian, agrees to one by one; at the first connection only. "Lors des connexions suivantes, l'accédant
 * sera reconnu par le service tiers […] (fonctionnement identique à la catégorie 4)": after that the opaque identifier alone.
 *
 * <table>
 * <caption>What leaves</caption>
 * <tr><th>agreement</th><th>user and {@code uid}</th><th>attributes</th></tr>
 * <tr><td>not asked, or refused</td><td>nothing</td><td>none</td></tr>
 * <tr><td>given, nothing delivered yet</td><td>opaque identifier</td><td>those agreed to, as far as the convention declares them and the directory has them</td></tr>
 * <tr><td>given and delivered</td><td>opaque identifier</td><td>none</td></tr>
 * </table>
 */
@Component
public final class Category5Policy implements CategoryPolicy {
    @Override
    public int category() {
        return 5;
    }

    /** Nobody has agreed to anything. */
    @Override
    public Release release(Connector connector, UserFacts user) {
        return release(connector, user, Agreement.NONE);
    }

    @Override
    public Release release(Connector connector, UserFacts user, Agreement agreement) {
        if (agreement.state() != Agreement.State.GIVEN) {
            return Release.NOTHING;
        }
        String id = user.pairwiseId();
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("uid", List.of(id));
        if (!agreement.delivered()) {
            for (String name : asks(connector)) {
                List<String> values = agreement.attributes().contains(name) ? user.attribute(name) : List.of();
                if (!values.isEmpty()) {
                    attributes.put(name, values);
                }
            }
        }
        return new Release(Optional.of(id), attributes);
    }

    @Override
    public List<String> asks(Connector connector) {
        return Convention.attributes(connector);
    }

    @Override
    public Set<String> settings() {
        return Convention.KEYS;
    }

    @Override
    public List<String> problems(Connector connector) {
        return findings(connector).stream().map(ConnectorFinding::message).toList();
    }

    @Override
    public List<ConnectorFinding> findings(Connector connector) {
        return Convention.findings(connector);
    }
}
