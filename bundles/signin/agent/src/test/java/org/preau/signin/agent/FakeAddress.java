package org.preau.signin.agent;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.preau.api.http.PublicAddress;

/** A portal reached over https; lets plain paths through. */
final class FakeAddress implements PublicAddress {
    @Override
    public URI origin() {
        return URI.create("https://ent.example");
    }

    @Override
    public String clientOf(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    @Override
    public String safeReturn(String wanted) {
        return wanted != null && wanted.matches("/([A-Za-z0-9][A-Za-z0-9/?=&.-]*)?") ? wanted : "/";
    }
}
