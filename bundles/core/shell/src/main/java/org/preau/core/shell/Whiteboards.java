package org.preau.core.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.app.HelpTopic;
import org.preau.api.app.MenuLink;
import org.preau.api.containment.Contained;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.search.SearchProvider;

/** What bundles contribute to the frame of every page, as it is now; each list changes as they come and go. */
@Component(service = Whiteboards.class)
public class Whiteboards {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<MenuLink> menuLinks = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<SearchProvider> searchProviders = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<HelpTopic> helpTopics = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    /** Called by the component runtime. */
    @Activate
    public Whiteboards() {}

    /** Links of all menus. */
    public List<MenuLink> menuLinks() {
        return contained(MenuLink.class, menuLinks, Door.TELL);
    }

    /** What finds things by words. */
    public List<SearchProvider> searchProviders() {
        return contained(SearchProvider.class, searchProviders, Door.CARD);
    }

    /** Pages of help. */
    public List<HelpTopic> helpTopics() {
        return contained(HelpTopic.class, helpTopics, Door.TELL);
    }

    /** Each behind the containment; those of a plugin that is stopped are left out. */
    private <T> List<T> contained(Class<T> contract, List<T> services, Door door) {
        Containment known = Containment.orNone(containment);
        return services.stream()
                .filter(service -> !known.stopped(service))
                .map(service -> Contained.of(known, contract, service, door))
                .toList();
    }
}
