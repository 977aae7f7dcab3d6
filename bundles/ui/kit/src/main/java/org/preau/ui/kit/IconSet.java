package org.preau.ui.kit;

import com.vaadin.flow.component.icon.Icon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The drawings of the Vaadin icon set, read once from the chunk of the ready-made production bundle that holds them: an icon on a page is a few hundred bytes then, where the browser would load the set of
 * six hundred.
 */
final class IconSet {
    private static final Pattern DRAWING = Pattern.compile("<g id=\"vaadin:([a-z0-9-]+)\">(.*?)</g>");
    private static final String UNKNOWN = "<path d=\"M2 2h12v12h-12z\"></path>";
    private static final Map<String, String> DRAWINGS = read();

    private IconSet() {}

    static String svg(String name) {
        return DRAWINGS.getOrDefault(name, svgOf(UNKNOWN));
    }

    private static String svgOf(String drawing) {
        return "<svg viewBox=\"0 0 16 16\" fill=\"currentColor\" focusable=\"false\">" + drawing + "</svg>";
    }

    private static Map<String, String> read() {
        Map<String, String> drawings = new HashMap<>();
        @Nullable Bundle vaadin = FrameworkUtil.getBundle(Icon.class);
        if (vaadin == null) {
            return drawings;
        }
        Enumeration<URL> chunks = vaadin.findEntries("META-INF/VAADIN/webapp/VAADIN/build", "chunk-*.js", false);
        for (URL chunk : chunks == null ? Collections.<URL>emptyList() : Collections.list(chunks)) {
            Matcher matcher = DRAWING.matcher(text(chunk));
            while (matcher.find()) {
                drawings.put(matcher.group(1), svgOf(matcher.group(2)));
            }
        }
        return Map.copyOf(drawings);
    }

    private static String text(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("icon set " + url, e);
        }
    }
}
