package org.preau.core.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.supervision.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Error pages: what happened, what it means, what to do, and the reference number last. Programs that ask for JSON get the code. */
final class ErrorPages {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final Texts TEXTS = Texts.of(ErrorPages.class);

    private final MustachePages pages;
    private final Supplier<@Nullable Faults> faults;

    /** Error pages that look like these pages. */
    ErrorPages(MustachePages pages, Supplier<@Nullable Faults> faults) {
        this.pages = pages;
        this.faults = faults;
    }

    /** Writes the page of a failure. */
    void write(HttpServletRequest request, HttpServletResponse response, PortalException failure) throws IOException {
        ErrorCode code = failure.code();
        String reference = code == ErrorCode.INTERNAL ? report(request, failure) : "";
        if (wantsJson(request)) {
            json(response, code, reference);
            return;
        }
        Locale locale = pages.localeOf(request);
        Map<String, Object> model = new HashMap<>();
        String title = TEXTS.text(locale, code + ".title");
        model.put("title", title);
        String told = failure.messageKey().isEmpty() ? "" : failure.userMessage(locale);
        model.put("what", told.isEmpty() || same(told, title) ? TEXTS.text(locale, code + ".what") : told);
        model.put("means", TEXTS.text(locale, code + ".means"));
        model.put("reference", reference);
        boolean repeatable = request.getMethod().equals("GET")
                && (code == ErrorCode.UNAVAILABLE || code == ErrorCode.INTERNAL || code == ErrorCode.TOO_MANY);
        model.put("again", repeatable ? here(request) : "");
        pages.render(request, response, code.httpStatus(), ErrorPages.class, "error", model);
    }

    /** Whether a bundle's own words say no more than the title. */
    private static boolean same(String told, String title) {
        return letters(told).equals(letters(title));
    }

    private static String letters(String text) {
        return text.replaceAll("\\P{L}", "").toLowerCase(Locale.ROOT);
    }

    private String report(HttpServletRequest request, PortalException failure) {
        Faults place = faults.get();
        if (place != null) {
            return place.report(request.getRequestURI(), failure);
        }
        log.error("Fault at {}", request.getRequestURI(), failure);
        return "";
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accepted = String.valueOf(request.getHeader("Accept"));
        return accepted.contains("json") && !accepted.contains("text/html");
    }

    private static void json(HttpServletResponse response, ErrorCode code, String reference) throws IOException {
        response.setStatus(code.httpStatus());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print("{\"error\":\"" + code + "\""
                        + (reference.isEmpty() ? "" : ",\"reference\":\"" + reference + "\"") + "}");
    }

    /** This page again, as a link within it: never an address from outside. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? "?" : "?" + query;
    }
}
