package org.preau.api.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers the requests below one path. The only way for a bundle to answer HTTP: it registers this as a service, and is called as long as the service is there.
 *
 * <p>The path must lie below a reserved prefix: {@code /signin}, {@code /signout}, {@code /account}, {@code /connect}, {@code /sso}, {@code /api}, {@code /health}, {@code /metrics}, {@code /res};
 * another is refused and reported. The longest matching path wins. When the service goes the path answers 503 with {@code Retry-After}, as a part
 * that is known but stopped; a path never known answers 404.
 *
 * <pre>{@code
 * @Component
 * public final class CalendarFile implements HttpEndpoint {
 *     public String path() { return "/api/agenda"; }
 *     public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
 *         PortalSession session = sessions.current(request).orElseThrow(() -> forbidden());
 *         response.setContentType("text/calendar;charset=UTF-8");
 *         response.getWriter().write(agenda.of(session.subject()));
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface HttpEndpoint {
    /** The path this endpoint answers, itself and below: begins with a slash, ends without one; {@code /sso/cas}. */
    String path();

    /**
     * Answers one request, on the request's thread. A {@code PortalException} thrown from it becomes the error page of its code; anything else an error page with a
     * reference number. Must not create an HTTP session.
     */
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
}
