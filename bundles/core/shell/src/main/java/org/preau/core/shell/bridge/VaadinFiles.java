package org.preau.core.shell.bridge;

import com.vaadin.flow.server.StaticFileHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Serves the files of the ready-made browser bundle below {@code /VAADIN/build/} and Flow's push client. Their addresses hold a hash of their content, so they are immutable; they are kept in memory as brotli, as shipped, and as gzip for
 * who does not take it.
 */
final class VaadinFiles implements StaticFileHandler {
    private static final Pattern NAME =
            Pattern.compile("/VAADIN/(build|static/push)/[A-Za-z0-9_.-]+\\.(js|css|woff2|svg)");
    private static final String BUILT = "META-INF/VAADIN/webapp";
    private static final String SHIPPED = "META-INF/resources";

    private final Map<String, Optional<Stored>> cache = new ConcurrentHashMap<>();

    @Override
    public boolean serveStaticResource(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (!NAME.matcher(path).matches()) {
            return false;
        }
        Stored file = cache.computeIfAbsent(path, VaadinFiles::read).orElse(null);
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return true;
        }
        response.setContentType(file.type());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Vary", "Accept-Encoding");
        String accepted = String.valueOf(request.getHeader("Accept-Encoding"));
        byte[] brotli = file.brotli();
        if (brotli != null && accepted.contains("br")) {
            write(response, brotli, "br");
        } else if (accepted.contains("gzip")) {
            write(response, file.gzip(), "gzip");
        } else {
            write(response, content(path), null);
        }
        return true;
    }

    private static void write(HttpServletResponse response, byte[] body, @Nullable String encoding) throws IOException {
        if (encoding != null) {
            response.setHeader("Content-Encoding", encoding);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Optional<Stored> read(String path) {
        try {
            if (resource(path) == null) {
                return Optional.empty();
            }
            byte[] brotli = resource(path + ".br") == null ? null : content(path + ".br");
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write(content(path));
            }
            return Optional.of(new Stored(typeOf(path), brotli, zipped.toByteArray()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(path, e);
        }
    }

    private static byte[] content(String path) throws IOException {
        URL url = resource(path);
        if (url == null) {
            throw new IOException("no such file: " + path);
        }
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }

    private static @Nullable URL resource(String path) {
        String folder = path.startsWith("/VAADIN/build/") ? BUILT : SHIPPED;
        return VaadinLoaders.vaadin().getResource(folder + path);
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript;charset=utf-8";
            case "css" -> "text/css;charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "font/woff2";
        };
    }

    private record Stored(String type, byte @Nullable [] brotli, byte[] gzip) {}
}
