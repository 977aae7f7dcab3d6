package org.preau.testkit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.PublicAddress;

/** A portal at {@code https://ent.example}; plain paths are safe to return to, anything else is not. */
public final class FakeAddress implements PublicAddress {
    @Override
    public URI origin() {
        return URI.create("https://ent.example");
    }

    @Override
    public String clientOf(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    @Override
    public String safeReturn(@Nullable String wanted) {
        return wanted != null && wanted.matches("/([A-Za-z0-9][A-Za-z0-9/?=&.%_-]*)?") ? wanted : "/";
    }
}
