package org.preau.core.directory.lifecycle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.lifecycle.Retention;
import org.preau.api.directory.lifecycle.RetentionPeriod;

/** The periods of {@link RetentionConfig}. Safe on any thread. */
@Component(
        service = {Retention.class, ConfiguredRetention.class},
        configurationPid = "org.preau.core.directory")
@Designate(ocd = RetentionConfig.class)
public final class ConfiguredRetention implements Retention {
    private static final Texts TEXTS = Texts.of(ConfiguredRetention.class);

    private volatile Read read;

    private record Read(
            int leaving,
            int archive,
            Map<Profile, Integer> leavingOf,
            Map<Profile, Integer> archiveOf,
            int guest,
            int request,
            int notice) {}

    /** Reads and checks the settings. */
    @Activate
    public ConfiguredRetention(RetentionConfig config) {
        read = read(config);
    }

    /** Takes changed settings without going away. */
    @Modified
    void modified(RetentionConfig config) {
        read = read(config);
    }

    @Override
    public int leavingDays(Profile profile) {
        Read now = read;
        return now.leavingOf().getOrDefault(profile, now.leaving());
    }

    @Override
    public int archiveDays(Profile profile) {
        Read now = read;
        return now.archiveOf().getOrDefault(profile, now.archive());
    }

    @Override
    public int guestDays() {
        return read.guest();
    }

    /** After how many days decided requests are forgotten. */
    int requestDays() {
        return read.request();
    }

    /** How many days before something happens administrators are told. */
    int noticeDays() {
        return read.notice();
    }

    @Override
    public List<RetentionPeriod> periods() {
        Read now = read;
        List<RetentionPeriod> all = new ArrayList<>();
        all.add(period("account.leaving", "", now.leaving(), "leaving.days"));
        now.leavingOf()
                .forEach((profile, days) ->
                        all.add(period("account.leaving", profile.name(), days, "leaving.days.by.profile")));
        all.add(period("account.archived", "", now.archive(), "archive.days"));
        now.archiveOf()
                .forEach((profile, days) ->
                        all.add(period("account.archived", profile.name(), days, "archive.days.by.profile")));
        all.add(period("account.guest", Profile.GUEST.name(), now.guest(), "guest.days"));
        all.add(period("account.request", "", now.request(), "request.days"));
        all.add(period("login.reserved", "", -1, ""));
        all.add(period("erasure.certificate", "", -1, ""));
        return List.copyOf(all);
    }

    private static RetentionPeriod period(String kind, String profile, int days, String setting) {
        return new RetentionPeriod(kind, profile, days, setting, TEXTS.both("retention." + kind));
    }

    private static Read read(RetentionConfig config) {
        return new Read(
                days("leaving.days", config.leaving_days()),
                days("archive.days", config.archive_days()),
                byProfile("leaving.days.by.profile", config.leaving_days_by_profile()),
                byProfile("archive.days.by.profile", config.archive_days_by_profile()),
                days("guest.days", config.guest_days()),
                days("request.days", config.request_days()),
                days("notice.days", config.notice_days()));
    }

    private static Map<Profile, Integer> byProfile(String key, String[] entries) {
        Map<Profile, Integer> days = new EnumMap<>(Profile.class);
        for (String entry : entries) {
            int sign = entry.indexOf('=');
            Profile profile = Profile.named(sign < 0 ? entry : entry.substring(0, sign))
                    .orElseThrow(() -> new IllegalArgumentException(key + ": no profile in " + entry));
            days.put(
                    profile,
                    days(key, Integer.parseInt(entry.substring(sign + 1).strip())));
        }
        return days;
    }

    private static int days(String key, int days) {
        if (days < 0 || days > 36_500) {
            throw new IllegalArgumentException(key + " is 0 to 36500, not " + days);
        }
        return days;
    }
}
