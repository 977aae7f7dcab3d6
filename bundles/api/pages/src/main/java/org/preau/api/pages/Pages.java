package org.preau.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.PortalException;

/**
 * Renders plain HTML pages in the portal's look: one auto-escaping template language (Mustache), the texts of the calling bundle, strict content security policy, no session, no database.
 *
 * <p>A template is a resource {@code pages/<name>.mustache} beside the anchor class and holds the page's main part only. It sees the model's entries, {@code text.<key>} for every text of
 * the bundle in the user's language ({@code {{text.title}}}), and {@code {{{csrf}}}}, the hidden field every form must carry.
 *
 * @since 1.0
 */
@ProviderType
public interface Pages {
    /**
     * Writes a page.
     *
     * @param status the HTTP status
     * @param anchor class beside which template and {@code messages_*.properties} lie
     * @param template name of the template, without folder and ending
     * @param model what the template shows: strings, booleans, lists and maps of these; must hold {@code title}; with {@code script}, the address of an ES module
     *     of a bundle ({@code StaticResources.url}), the page may run that; with {@code frames}, a list of addresses, it may show their servers in frames; with {@code inline}, a short constant script
     *     without {@code <}, it runs that at its end, known by its hash. It must work without any of these
     */
    void render(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            Class<?> anchor,
            String template,
            Map<String, ?> model)
            throws IOException;

    /** Writes the error page for a failure, in the user's language, with what it means and what to do; logs faults of ours with the reference shown. */
    void error(HttpServletRequest request, HttpServletResponse response, PortalException failure) throws IOException;

    /**
     * Checks a posted form: the signed double-submit token in cookie and hidden field, and the Origin header where the browser sends one.
     *
     * @throws PortalException {@code FORBIDDEN} when the form was not made by this portal for this browser
     */
    void checkForm(HttpServletRequest request);

    /** The language of this browser's user: his preference cookie, else what the browser asks for, else French. */
    Locale localeOf(HttpServletRequest request);

    /** Ends a posted form: 303 to a path of the portal. */
    void seeOther(HttpServletResponse response, String location) throws IOException;
}
