package org.preau.core.shell;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.app.HelpTopic;
import org.preau.api.app.MenuLink;
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

    /** Called by the component runtime. */
    @Activate
    public Whiteboards() {}

    /** Links of all menus. */
    public List<MenuLink> menuLinks() {
        return menuLinks;
    }

    /** What finds things by words. */
    public List<SearchProvider> searchProviders() {
        return searchProviders;
    }

    /** Pages of help. */
    public List<HelpTopic> helpTopics() {
        return helpTopics;
    }
}
