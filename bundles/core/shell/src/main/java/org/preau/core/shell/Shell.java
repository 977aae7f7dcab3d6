package org.preau.core.shell;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.core.shell.app.Applications;
import org.preau.core.shell.app.Contributions;
import org.preau.core.shell.bridge.BoundSessions;
import org.preau.core.shell.event.EventHub;
import org.preau.core.shell.notice.DevNotices;
import org.preau.core.shell.preference.PreferenceStore;
import org.preau.core.shell.search.Searches;

/**
 * What the shell's pages are made of, in one hand.
 *
 * @param neighbours the other parts of the portal
 * @param sessions which page belongs to whom
 * @param applications the applications
 * @param contributions what they give to home pages
 * @param events events for open pages
 * @param preferences how users want pages to look
 * @param whiteboards what bundles contribute to the frame
 * @param searches the search through the portal
 * @param notices what developers of plugins are told
 */
@Component(service = Shell.class)
public record Shell(
        Neighbours neighbours,
        BoundSessions sessions,
        Applications applications,
        Contributions contributions,
        EventHub events,
        PreferenceStore preferences,
        Whiteboards whiteboards,
        Searches searches,
        DevNotices notices) {
    /** Called by the component runtime. */
    @Activate
    public Shell(
            @Reference Neighbours neighbours,
            @Reference BoundSessions sessions,
            @Reference Applications applications,
            @Reference Contributions contributions,
            @Reference EventHub events,
            @Reference PreferenceStore preferences,
            @Reference Whiteboards whiteboards,
            @Reference Searches searches,
            @Reference DevNotices notices) {
        this.neighbours = neighbours;
        this.sessions = sessions;
        this.applications = applications;
        this.contributions = contributions;
        this.events = events;
        this.preferences = preferences;
        this.whiteboards = whiteboards;
        this.searches = searches;
        this.notices = notices;
    }
}
