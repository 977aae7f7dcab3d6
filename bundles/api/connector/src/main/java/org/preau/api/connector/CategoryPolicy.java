package org.preau.api.connector;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What may leave for the connectors of one SDET category. A pure function, registered as a service by the bundle of the category; while it is not there, the connectors of the category are
 * unavailable.
 *
 * <pre>{@code
 * @Component
 * public final class Category4Policy implements CategoryPolicy {
 *     public int category() { return 4; }
 *     public Release release(Connector connector, UserFacts user) {
 *         return new Release(Optional.of(user.pairwiseId()), Map.of());
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface CategoryPolicy {
    /** The category, 1 to 5. */
    int category();

    /** What leaves. Must give nothing that the category does not allow; asks for a fact only when it is released. */
    Release release(Connector connector, UserFacts user);

    /**
     * What leaves, given what was agreed to. Only a category that {@linkplain #asks asks} needs it.
     *
     * @param agreement what the user, or for a pupil his guardian, has agreed to under the connector's present convention
     */
    default Release release(Connector connector, UserFacts user, Agreement agreement) {
        return release(connector, user);
    }

    /** SDET names of the attributes that leave only if somebody agrees, each by itself; none for categories that ask nobody. */
    default List<String> asks(Connector connector) {
        return List.of();
    }

    /** Keys of a connector file that this category reads: {@code attributes}, {@code convention.url}. */
    default Set<String> settings() {
        return Set.of();
    }

    /** What a connector lacks for this category, for its author: the key, and what to write. */
    default List<String> problems(Connector connector) {
        return List.of();
    }

    /** The same in both languages, each with a code; by default what {@link #problems} says, as it is. */
    default List<ConnectorFinding> findings(Connector connector) {
        return problems(connector).stream().map(ConnectorFinding::plain).toList();
    }
}
