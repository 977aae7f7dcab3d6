package org.preau.core.supervision;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.HttpEndpoint;

/** {@code /health}: 200 and {@code {"status":"UP"}} or 503 and {@code DOWN} for everybody; the parts for supervisors. */
@Component
public final class HealthEndpoint implements HttpEndpoint {
    private final PortalHealth health;
    private final Supervisors supervisors;
    private final ObjectMapper json = new ObjectMapper();

    /** Tells this health. */
    @Activate
    public HealthEndpoint(@Reference PortalHealth health, @Reference Supervisors supervisors) {
        this.health = health;
        this.supervisors = supervisors;
    }

    @Override
    public String path() {
        return "/health";
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            throw new PortalException(ErrorCode.NOT_FOUND, "nothing below /health", null);
        }
        PortalHealth.State state = health.state();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", state.status());
        if (supervisors.sent(request)) {
            answer.put("parts", state.parts());
        }
        response.setStatus(state.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(answer));
    }
}
