package org.preau.core.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.pages.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request below the reserved paths: by the endpoint that is there, else by an error page. The border where failures end. */
final class ReservedPathsServlet extends HttpServlet {
    static final String ROUTE_ATTRIBUTE = "org.preau.core.http.route";

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(ReservedPathsServlet.class);
    private static final String RETRY_SECONDS = "10";

    private final transient EndpointRegistry endpoints;
    private final transient Supplier<@Nullable Pages> pages;
    private final transient Supplier<@Nullable Containment> containment;
    private final transient Runnable onStart;

    ReservedPathsServlet(EndpointRegistry endpoints, Supplier<@Nullable Pages> pages, Runnable onStart) {
        this(endpoints, pages, () -> null, onStart);
    }

    /** Answers by these endpoints; runs {@code onStart} whenever the container makes it ready. */
    ReservedPathsServlet(
            EndpointRegistry endpoints,
            Supplier<@Nullable Pages> pages,
            Supplier<@Nullable Containment> containment,
            Runnable onStart) {
        this.endpoints = endpoints;
        this.pages = pages;
        this.containment = containment;
        this.onStart = onStart;
    }

    @Override
    public void init() {
        onStart.run();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = pathOf(request);
        try {
            answer(found(path), request, response);
        } catch (PortalException e) {
            fail(request, response, e);
        } catch (IOException e) {
            log.debug("The client of {} went away", path, e);
            throw e;
        } catch (Exception e) {
            fail(request, response, new PortalException(ErrorCode.INTERNAL, "fault at " + path, e));
        }
    }

    private EndpointRegistry.Route.To found(String path) {
        EndpointRegistry.Route route = endpoints.route(path);
        if (route instanceof EndpointRegistry.Route.To to) {
            return to;
        }
        if (route instanceof EndpointRegistry.Route.Stopped stopped) {
            throw new PortalException(ErrorCode.UNAVAILABLE, stopped.owner() + " is stopped", null);
        }
        throw new PortalException(ErrorCode.NOT_FOUND, "nothing answers at " + path, null);
    }

    private void answer(EndpointRegistry.Route.To to, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        request.setAttribute(ROUTE_ATTRIBUTE, to.path());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(to.endpoint().getClass().getClassLoader());
        try {
            Containment.orNone(containment.get()).run(to.endpoint(), Door.ENDPOINT, () -> to.endpoint()
                    .handle(new SessionlessRequest(request), response));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, PortalException failure)
            throws IOException {
        if (response.isCommitted()) {
            log.warn("Failed after the answer had begun: {}", request.getRequestURI(), failure);
            return;
        }
        response.resetBuffer();
        if (failure.code() == ErrorCode.UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        Pages renderer = pages.get();
        if (renderer != null) {
            renderer.error(request, response, failure);
            return;
        }
        if (failure.code() == ErrorCode.INTERNAL) {
            log.error("Fault at {}", request.getRequestURI(), failure);
        }
        response.setStatus(failure.code().httpStatus());
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().println(failure.code().httpStatus() + " " + failure.code());
    }

    private static String pathOf(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }
}
