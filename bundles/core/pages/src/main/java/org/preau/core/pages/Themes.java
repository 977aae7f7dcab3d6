package org.preau.core.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The themes that are there, checked as they come, with their sheets below {@code /res/theme}. One that fails the check is refused: it can be chosen, and changes nothing. */
@Component(service = {Themes.class, HttpEndpoint.class})
public final class Themes implements HttpEndpoint {
    private static final Logger log = LoggerFactory.getLogger(Themes.class);
    private static final String PATH = "/res/theme";

    private final Map<Theme, Known> known = new ConcurrentHashMap<>();

    /** Knows none at first. */
    @Activate
    public Themes() {}

    /**
     * A theme that was looked at.
     *
     * @param theme the theme
     * @param problems why it is refused; none when it is not
     * @param sheet its style sheet; empty when it is refused
     */
    record Known(Theme theme, List<String> problems, String sheet) {
        String url() {
            return PATH + "/" + Tags.of(sheet.getBytes(StandardCharsets.UTF_8)) + "/theme.css";
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Theme theme) {
        List<String> problems;
        try {
            problems = ThemeSheet.problems(theme);
        } catch (RuntimeException | LinkageError e) {
            problems = List.of(String.valueOf(e));
        }
        problems.forEach(
                problem -> log.error("Theme {} is refused: {}", theme.getClass().getName(), problem));
        known.put(theme, new Known(theme, problems, problems.isEmpty() ? ThemeSheet.of(theme) : ""));
    }

    void remove(Theme theme) {
        known.remove(theme);
    }

    /** All of them, by id. */
    List<Known> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(each -> each.theme().id()))
                .toList();
    }

    /** The theme of that id, if it is there and was not refused. */
    Optional<Known> chosen(String id) {
        return known.values().stream()
                .filter(each -> each.theme().id().equals(id) && each.problems().isEmpty())
                .findFirst();
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getServletPath() + request.getPathInfo();
        Known found = known.values().stream()
                .filter(each -> !each.sheet().isEmpty() && each.url().equals(asked))
                .findFirst()
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, "no such theme", null));
        byte[] content = found.sheet().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
