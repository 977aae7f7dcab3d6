package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;

/** {@code /signin/local/forgotten}: whom to ask for another password or code. */
@Component
public final class ForgottenEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/local/forgotten";
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final Pages pages;

    /** For the service registry. */
    @Activate
    public ForgottenEndpoint(@Reference Pages pages) {
        this.pages = pages;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked.requirePath(request, PATH);
        pages.render(
                request,
                response,
                200,
                LocalCounter.class,
                "forgotten",
                Map.of("title", TEXTS.text(pages.localeOf(request), "forgottenTitle")));
    }
}
