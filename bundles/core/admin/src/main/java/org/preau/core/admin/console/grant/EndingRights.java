package org.preau.core.admin.console.grant;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.Grants;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Texts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.core.admin.console.Perimeters;

/** Tells on the home page of rights that end soon: their holder, and who can extend them (621A). Safe on any thread. */
@Component(service = EndingRights.class)
public final class EndingRights {
    /** So many days before. */
    static final int SOON = 45;

    private static final String PATH = "grants";
    private static final Texts TEXTS = Texts.of(GrantsScreen.class);
    private static final PageRequest MANY = PageRequest.first(100);

    private final Grants held;
    private final GrantRegister grants;
    private final Structures structures;
    private final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public EndingRights(
            @Reference Grants held,
            @Reference GrantRegister grants,
            @Reference Structures structures,
            @Reference Perimeters perimeters) {
        this.held = held;
        this.grants = grants;
        this.structures = structures;
        this.perimeters = perimeters;
    }

    /** What the user is told today; nothing for nearly everybody. */
    public List<TodayItem> today(UserContext user, LocalDate today) {
        List<TodayItem> items = new ArrayList<>();
        UUID account = user.subject().accountId();
        if (account != null) {
            for (Grant each : held.ofAccount(account)) {
                LocalDate until = each.until();
                if (until != null && !until.isAfter(today.plusDays(SOON))) {
                    items.add(new TodayItem(TodayItem.Kind.TO_READ, own(each, until, user.locale()), PATH));
                }
            }
        }
        Set<UUID> others = new HashSet<>();
        for (Structure place : perimeters.of(user, GrantRegister.GIVE)) {
            grants.endingWithin(user.subject(), place.id(), SOON, MANY).items().stream()
                    .filter(each -> !each.grant().accountId().equals(account))
                    .forEach(each -> others.add(each.grant().id()));
        }
        if (!others.isEmpty()) {
            items.add(new TodayItem(
                    TodayItem.Kind.TO_DO, TEXTS.text(user.locale(), "today.others", others.size()), PATH));
        }
        return items;
    }

    private String own(Grant grant, LocalDate until, Locale locale) {
        return TEXTS.text(
                locale,
                "today.own",
                structures.byId(grant.structureId()).map(Structure::name).orElse(""),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(until));
    }
}
