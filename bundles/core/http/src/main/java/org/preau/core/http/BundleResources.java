package org.preau.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.StaticResources;

/** Serves the files of bundles below {@code /res}, for a year and for ever the same: another version has another address. */
@Component(service = {StaticResources.class, HttpEndpoint.class})
public final class BundleResources implements StaticResources, HttpEndpoint {
    private static final int CACHE_BYTES = 24 << 20;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final ResourceBundles bundles;
    private final ResourceCache cache = new ResourceCache(CACHE_BYTES);

    /** Begins to follow bundles. */
    @Activate
    public BundleResources(BundleContext context) {
        bundles = new ResourceBundles(context);
        bundles.open();
    }

    /** Ends it. */
    @Deactivate
    public void close() {
        bundles.close();
    }

    @Override
    public String path() {
        return "/res";
    }

    @Override
    public String url(Class<?> anchor, String file) {
        Bundle bundle = FrameworkUtil.getBundle(anchor);
        if (bundle == null || bundle.getHeaders("").get(HEADER) == null) {
            throw new IllegalArgumentException("no bundle with the header " + HEADER + ": " + anchor.getName());
        }
        return "/res/" + bundle.getSymbolicName() + "/" + versionOf(bundle) + "/" + file;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        ResourceFile file = find(String.valueOf(request.getPathInfo()));
        if (file == null) {
            throw new PortalException(ErrorCode.NOT_FOUND, "no such file", null);
        }
        send(file, request, response);
    }

    /** The file at {@code /<symbolic name>/<version>/<file>}; the version is for caches, the bundle there now answers. */
    private @Nullable ResourceFile find(String path) {
        String[] parts = path.split("/", 4);
        if (parts.length < 4 || !parts[0].isEmpty() || !isPlain(parts[3])) {
            return null;
        }
        Bundle bundle = bundles.named(parts[1]);
        if (bundle == null) {
            return null;
        }
        String name = ResourceBundles.folderOf(bundle) + "/" + parts[3];
        URL entry = bundle.getEntry(name);
        if (entry == null || entry.getPath().endsWith("/")) {
            return null;
        }
        return cache.get(
                bundle.getBundleId() + ":" + bundle.getLastModified() + ":" + name,
                () -> ResourceFile.read(entry, name));
    }

    private static void send(ResourceFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = request.getHeader("Accept-Encoding");
        byte[] zipped = accepted != null && accepted.contains("gzip") ? file.zipped() : null;
        String tag = '"' + file.tag() + (zipped == null ? "" : "-gz") + '"';
        response.setHeader("Cache-Control", FOR_EVER);
        response.setHeader("ETag", tag);
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        if (file.zipped() != null) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        String held = request.getHeader("If-None-Match");
        if (held != null && held.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] content = zipped == null ? file.content() : zipped;
        if (zipped != null) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(file.type());
        response.setContentLength(content.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(content);
        }
    }

    /** A released version as it is; a version still being worked on with the moment it was deployed, as its content changes. */
    private static String versionOf(Bundle bundle) {
        Version version = bundle.getVersion();
        return version.getQualifier().isEmpty()
                ? version.toString()
                : version + "-" + Long.toString(bundle.getLastModified(), Character.MAX_RADIX);
    }

    private static boolean isPlain(String file) {
        return !file.isEmpty() && !file.contains("..") && !file.contains("//") && !file.contains("\\");
    }
}
