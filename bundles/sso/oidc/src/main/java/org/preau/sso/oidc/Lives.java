package org.preau.sso.oidc;

import java.time.Duration;

/**
 * How long codes and tokens are good.
 *
 * @param code from its issue to its use
 * @param access an access token, an ID token
 * @param refresh a refresh token of a browser's session
 * @param device a refresh token of a device, from its last use
 */
record Lives(Duration code, Duration access, Duration refresh, Duration device) {
    static Lives of(OidcConfig config) {
        return new Lives(
                Duration.ofSeconds(within("code.seconds", config.code_seconds(), 10, 300)),
                Duration.ofSeconds(within("access.seconds", config.access_seconds(), 60, 3_600)),
                Duration.ofHours(within("refresh.hours", config.refresh_hours(), 1, 24)),
                Duration.ofDays(within("device.days", config.device_days(), 1, 365)));
    }

    private static int within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "org.preau.sso.oidc.cfg: " + key + " = " + value + "; write " + least + " to " + most);
        }
        return value;
    }
}
