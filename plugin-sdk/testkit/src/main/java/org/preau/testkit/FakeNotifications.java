package org.preau.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.notification.Notification;
import org.preau.api.notification.NotificationCategory;
import org.preau.api.notification.Notifications;

/** Keeps what was told; who reads it is the portal's business. */
public final class FakeNotifications implements Notifications {
    private final List<Notification> sent = new ArrayList<>();

    /** What was told and not withdrawn, in order. */
    public List<Notification> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void send(Notification notification) {
        sent.add(notification);
    }

    @Override
    public void withdraw(String path) {
        sent.removeIf(each -> each.path().equals(path));
    }

    /** Nothing: see {@link #sent}. */
    @Override
    public int unseen(UUID accountId, UUID personId) {
        return 0;
    }

    /** Nothing: see {@link #sent}. */
    @Override
    public Page<Told> told(UUID accountId, UUID personId, PageRequest page) {
        return new Page<>(List.of(), 0);
    }

    /** Changes nothing. */
    @Override
    public void seen(UUID accountId) {}

    /** Nothing was chosen. */
    @Override
    public Map<NotificationCategory, Choice> choices(UUID accountId) {
        return Map.of();
    }

    /** Keeps nothing. */
    @Override
    public void choose(UUID accountId, String category, Choice choice) {}
}
