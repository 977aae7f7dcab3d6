package org.preau.signin.local;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.HomeNotice;
import org.preau.api.app.HomeNotices;
import org.preau.api.app.UserContext;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.signin.SignInDevices;
import org.preau.api.signin.SignInDevices.Device;

/** Tells an adult on his home page that a browser never seen for his account has signed in, until he says whether it was his. */
@Component
public final class DeviceNotices implements HomeNotices {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final SignInDevices devices;

    /** For the service registry. */
    @Activate
    public DeviceNotices(@Reference SignInDevices devices) {
        this.devices = devices;
    }

    @Override
    public List<HomeNotice> of(UserContext user) {
        if (user.profile() == Profile.STUDENT) {
            return List.of();
        }
        return devices.of(user.session().accountId()).stream()
                .filter(Device::unconfirmed)
                .limit(1)
                .map(device -> notice(device, user.locale()))
                .toList();
    }

    private static HomeNotice notice(Device device, Locale locale) {
        return new HomeNotice(
                TEXTS.text(
                        locale,
                        "deviceNotice",
                        DeviceLines.name(device, locale),
                        DeviceLines.moment(device.since(), locale)),
                TEXTS.text(locale, "deviceNoticeAct"),
                SecurityEndpoint.PATH);
    }
}
