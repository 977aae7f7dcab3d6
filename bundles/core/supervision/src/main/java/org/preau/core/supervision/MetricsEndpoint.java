package org.preau.core.supervision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.HttpEndpoint;

/** {@code /metrics} in the text format of Prometheus, for supervisors; nothing is there for others. */
@Component
public final class MetricsEndpoint implements HttpEndpoint {
    private final Metrics metrics;
    private final Supervisors supervisors;

    /** Shows these metrics. */
    @Activate
    public MetricsEndpoint(@Reference Metrics metrics, @Reference Supervisors supervisors) {
        this.metrics = metrics;
        this.supervisors = supervisors;
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null || !supervisors.sent(request)) {
            throw new PortalException(ErrorCode.NOT_FOUND, "not for you", null);
        }
        response.setContentType("text/plain;version=0.0.4;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
