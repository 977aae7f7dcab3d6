package org.preau.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.preau.api.app.HelpTopic;
import org.preau.api.app.MenuLink;
import org.preau.api.search.SearchProvider;

/** What a test contributes to the frame. */
public final class FakeWhiteboards extends Whiteboards {
    /** Links of menus. */
    public final List<MenuLink> links = new ArrayList<>();
    /** Search providers. */
    public final List<SearchProvider> searches = new ArrayList<>();
    /** Help topics. */
    public final List<HelpTopic> topics = new ArrayList<>();

    /** As at first. */
    public void reset() {
        links.clear();
        searches.clear();
        topics.clear();
    }

    @Override
    public List<MenuLink> menuLinks() {
        return links;
    }

    @Override
    public List<SearchProvider> searchProviders() {
        return searches;
    }

    @Override
    public List<HelpTopic> helpTopics() {
        return topics;
    }
}
