package org.preau.apps.news;

import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.notification.NotificationCategory;
import org.preau.apps.news.article.Newsroom;

/** News as people choose to be told of them. */
@Component
public final class NewsCategory implements NotificationCategory {
    private static final Texts TEXTS = Texts.of(NewsCategory.class);

    @Override
    public String id() {
        return Newsroom.APP;
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("notification.name");
    }
}
