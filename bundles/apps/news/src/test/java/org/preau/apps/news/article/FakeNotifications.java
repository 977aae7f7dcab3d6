package org.preau.apps.news.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.notification.Notification;
import org.preau.api.notification.NotificationCategory;
import org.preau.api.notification.Notifications;

/** Keeps what was told. */
final class FakeNotifications implements Notifications {
    final List<Notification> sent = new ArrayList<>();
    final List<String> withdrawn = new ArrayList<>();

    @Override
    public void send(Notification notification) {
        sent.add(notification);
    }

    @Override
    public void withdraw(String path) {
        withdrawn.add(path);
    }

    @Override
    public int unseen(UUID accountId, UUID personId) {
        return 0;
    }

    @Override
    public Page<Told> told(UUID accountId, UUID personId, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    @Override
    public void seen(UUID accountId) {}

    @Override
    public Map<NotificationCategory, Choice> choices(UUID accountId) {
        return Map.of();
    }

    @Override
    public void choose(UUID accountId, String category, Choice choice) {}
}
