package org.example.notes;

import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.notification.NotificationCategory;

/** New notes, as people choose to be told of them: in the portal, by mail, not at all. */
@Component
public final class NotesCategory implements NotificationCategory {
    @Override
    public String id() {
        return NotesApplication.ID;
    }

    @Override
    public LocalizedText name() {
        return NotesApplication.TEXTS.both("notification.name");
    }
}
