package org.preau.core.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The portal's languages, and which one a browser's user reads. */
final class Languages {
    /** Cookie with the preference; also set by the user interface. */
    static final String COOKIE = "preau_lang";

    /** Parameter of an address that chooses a language. */
    static final String PARAMETER = "lang";

    private static final Set<String> OURS = Set.of(COOKIE, MustachePages.FORM_COOKIE);
    private static final Map<String, Locale> LOCALES = Map.of("fr", Locale.FRENCH, "en", Locale.ENGLISH);
    private static final List<Map<String, String>> NAMES =
            List.of(Map.of("code", "fr", "name", "Français"), Map.of("code", "en", "name", "English"));

    private Languages() {}

    /** The language: the one just chosen, else the preference cookie's, else the first of ours the browser asks for, else French. */
    static Locale of(HttpServletRequest request) {
        Locale chosen = chosen(request);
        if (chosen != null) {
            return chosen;
        }
        Locale kept = LOCALES.get(String.valueOf(cookie(request, COOKIE)));
        if (kept != null) {
            return kept;
        }
        if (request.getHeader("Accept-Language") == null) {
            return Locale.FRENCH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(asked -> LOCALES.get(asked.getLanguage()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Locale.FRENCH);
    }

    /** The language this request chooses by its address, or null; reads no form. */
    static @Nullable Locale chosen(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (String part : query.split("&")) {
            if (part.startsWith(PARAMETER + "=")) {
                return LOCALES.get(part.substring(PARAMETER.length() + 1));
            }
        }
        return null;
    }

    /** Whether nothing but its address, language and form distinguishes this request: a stranger asks for a page without a question. */
    static boolean isPlain(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return request.getQueryString() == null
                && request.getMethod().equals("GET")
                && (cookies == null || Arrays.stream(cookies).allMatch(cookie -> OURS.contains(cookie.getName())));
    }

    /** The other languages, each with the address that chooses it. */
    static List<Map<String, String>> others(HttpServletRequest request, Locale current) {
        return NAMES.stream()
                .filter(language -> !current.getLanguage().equals(language.get("code")))
                .map(language -> Map.of(
                        "code", String.valueOf(language.get("code")),
                        "name", String.valueOf(language.get("name")),
                        "href", address(request, String.valueOf(language.get("code")))))
                .toList();
    }

    /** A cookie's value, or null. */
    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static String address(HttpServletRequest request, String code) {
        StringBuilder address = new StringBuilder("?");
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.isEmpty() && !part.startsWith(PARAMETER + "=")) {
                    address.append(part).append('&');
                }
            }
        }
        return address.append(PARAMETER).append('=').append(code).toString();
    }
}
