package org.preau.connectors.category2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.connector.UserFacts;

/**
 * Requirement 3113-2: access by belonging to the portal or to a school; nothing tied to an identity.
 *
 * <table>
 * <caption>What leaves</caption>
 * <tr><td>user</td><td>{@code National_elv@0240001A}: the same for everybody of that profile and school, made of the two below</td></tr>
 * <tr><td>{@code idENT}</td><td>identifier of the portal, if the operator set one</td></tr>
 * <tr><td>{@code ENTPersonProfils}</td><td>profile</td></tr>
 * <tr><td>{@code ENTPersonStructRattachUAI}</td><td>UAI of the calling school; not a code that is no UAI</td></tr>
 * </table>
 */
@Component
public final class Category2Policy implements CategoryPolicy {
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");

    @Override
    public int category() {
        return 2;
    }

    @Override
    public Release release(Connector connector, UserFacts user) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        List<String> ent = user.attribute(SdetAttribute.ENT.sdetName());
        if (!ent.isEmpty()) {
            attributes.put(SdetAttribute.ENT.sdetName(), ent);
        }
        String profile = user.profile();
        attributes.put(SdetAttribute.PROFILE.sdetName(), List.of(profile));
        String uai = user.uai();
        boolean school = UAI.matcher(uai).matches();
        if (school) {
            attributes.put(SdetAttribute.UAI.sdetName(), List.of(uai));
        }
        return new Release(Optional.of(school ? profile + "@" + uai : profile), attributes);
    }
}
