package org.preau.core.extensions.view;

import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.extension.Extensions;

/** What every screen of the extensions works with. */
@Component(service = Desk.class)
public final class Desk {
    final Extensions extensions;
    final Background background;
    final ZoneId zone;

    /** Made by the portal. */
    @Activate
    public Desk(
            @Reference Extensions extensions,
            @Reference Background background,
            @Reference PublicationCalendar calendar) {
        this.extensions = extensions;
        this.background = background;
        this.zone = calendar.zone();
    }

    /** The extensions. */
    public Extensions extensions() {
        return extensions;
    }
}
