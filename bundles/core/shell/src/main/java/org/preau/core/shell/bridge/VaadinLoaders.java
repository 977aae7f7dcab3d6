package org.preau.core.shell.bridge;

import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.server.VaadinServlet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resources as Flow asks for them: the shell's own first, then those of the Vaadin bundle. Applications bring none. */
final class VaadinLoaders implements ResourceProvider {
    private static final ClassLoader SHELL = VaadinLoaders.class.getClassLoader();
    private static final ClassLoader VAADIN = VaadinServlet.class.getClassLoader();

    @Override
    public @Nullable URL getApplicationResource(String path) {
        URL own = SHELL.getResource(path);
        return own == null ? VAADIN.getResource(path) : own;
    }

    @Override
    public List<URL> getApplicationResources(String path) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(SHELL.getResources(path)));
        for (URL url : Collections.list(VAADIN.getResources(path))) {
            if (all.stream().noneMatch(known -> known.toString().equals(url.toString()))) {
                all.add(url);
            }
        }
        return all;
    }

    @Override
    public @Nullable URL getClientResource(String path) {
        return getApplicationResource(path);
    }

    @Override
    public InputStream getClientResourceAsStream(String path) throws IOException {
        URL url = getClientResource(path);
        if (url == null) {
            throw new IOException("no such resource: " + path);
        }
        return url.openStream();
    }

    /** The loader of the Vaadin bundle. */
    static ClassLoader vaadin() {
        return VAADIN;
    }
}
