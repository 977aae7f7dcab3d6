package org.preau.apps.news.article;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.LocalizedText;
import org.preau.api.notification.Notification;
import org.preau.api.notification.Notifications;

/** Tells the people an article is for that it has appeared; news go on while notifications are away. */
@Component(service = Announcements.class)
public final class Announcements {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Notifications notifications;

    /** Made by the portal. */
    @Activate
    public Announcements() {}

    /** For tests: told there. */
    Announcements by(Notifications some) {
        notifications = some;
        return this;
    }

    /** It appears now; its author knows already. */
    void published(Article article) {
        Notifications known = notifications;
        if (known != null) {
            known.send(new Notification(
                    Newsroom.APP,
                    new LocalizedText(article.title(), article.title()),
                    path(article),
                    List.of(article.scope()),
                    Set.of(),
                    List.of(),
                    article.authorAccount(),
                    article.urgent()));
        }
    }

    /** It is gone. */
    void withdrawn(Article article) {
        Notifications known = notifications;
        if (known != null) {
            known.withdraw(path(article));
        }
    }

    private static String path(Article article) {
        return "/app/" + Newsroom.APP + "/article/" + article.id();
    }
}
