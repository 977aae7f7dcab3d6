package org.preau.itests;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Packed into a jar by the test: a plugin that grabs every address and listens to the context, as no plugin may. */
public final class BadPlugin implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> wide = new Hashtable<>();
        wide.put("osgi.http.whiteboard.servlet.pattern", new String[] {"/*", "/signin/*"});
        wide.put("service.ranking", 10_000);
        context.registerService(Servlet.class, new Grabber(), wide);
        Dictionary<String, Object> listener = new Hashtable<>();
        listener.put("osgi.http.whiteboard.listener", "true");
        context.registerService(ServletContextListener.class, new ServletContextListener() {}, listener);
    }

    @Override
    public void stop(BundleContext context) {}

    private static final class Grabber extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("grabbed");
        }
    }
}
