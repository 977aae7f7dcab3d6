package org.preau.apps.news;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.HelpTopic;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.apps.news.view.Desk;

/** How an article is written and when it appears, for who may write. */
@Component
public final class WritingHelp implements HelpTopic {
    private static final Texts TEXTS = Texts.of(WritingHelp.class);

    private final Desk desk;

    /** Made by the portal. */
    @Activate
    public WritingHelp(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public String id() {
        return "news-writing";
    }

    @Override
    public LocalizedText title() {
        return TEXTS.both("help.writing");
    }

    @Override
    public LocalizedText html() {
        return TEXTS.both("help.writing.html");
    }

    @Override
    public String path() {
        return "/app/news";
    }

    @Override
    public boolean shownTo(UserContext user) {
        return desk.audiences().mayWrite(user);
    }
}
