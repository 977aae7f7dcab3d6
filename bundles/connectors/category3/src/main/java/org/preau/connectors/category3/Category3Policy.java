package org.preau.connectors.category3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;

/** Requirement 3113-3: an opaque identifier of the user's own at this connector, his profile, the UAI of the calling school; nothing else. */
@Component
public final class Category3Policy implements CategoryPolicy {
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");

    @Override
    public int category() {
        return 3;
    }

    /** The context of somebody of a commune or an academy has a code that is no UAI: none leaves then. */
    @Override
    public Release release(Connector connector, UserFacts user) {
        String id = user.pairwiseId();
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("uid", List.of(id));
        attributes.put("ENTPersonProfils", List.of(user.profile()));
        String uai = user.uai();
        if (UAI.matcher(uai).matches()) {
            attributes.put("ENTPersonStructRattachUAI", List.of(uai));
        }
        return new Release(Optional.of(id), attributes);
    }
}
