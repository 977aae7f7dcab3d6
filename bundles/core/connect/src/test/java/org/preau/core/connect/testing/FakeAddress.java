package org.preau.core.connect.testing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.PublicAddress;

/** The portal at an address of its own. */
public final class FakeAddress implements PublicAddress {
    @Override
    public URI origin() {
        return URI.create("https://portal.example");
    }

    @Override
    public String clientOf(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    @Override
    public String safeReturn(@Nullable String wanted) {
        return wanted != null && wanted.startsWith("/") && !wanted.startsWith("//") ? wanted : "/";
    }
}
