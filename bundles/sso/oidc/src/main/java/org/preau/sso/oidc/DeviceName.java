package org.preau.sso.oidc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a device is, for its owner to know it by: only its kind is kept. */
final class DeviceName {
    private static final List<String> KINDS = List.of("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux");

    private DeviceName() {}

    static String of(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        return KINDS.stream().filter(agent::contains).findFirst().orElse("—");
    }
}
