package org.preau.api.app;

/**
 * Something the user is told at the top of his home page until he has dealt with it.
 *
 * @param text what happened, in a sentence or two
 * @param act what he can do: "Vérifier"
 * @param path path of the portal where he does it
 * @since 1.0
 */
public record HomeNotice(String text, String act, String path) {
    /** Checks the path. */
    public HomeNotice {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not a path of the portal: " + path);
        }
    }
}
