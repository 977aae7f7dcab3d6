package org.preau.core.notification;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.preau.api.directory.Scope;

/** Scopes as a JSON array of {@code "KIND:id"}. */
final class Scopes {
    private static final Pattern ONE = Pattern.compile("\"([A-Z]+):([0-9a-f-]{36})\"");

    private Scopes() {}

    static String json(List<Scope> scopes) {
        return scopes.stream()
                .map(scope -> "\"" + scope.kind() + ":" + scope.id() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    static List<Scope> read(String json) {
        return ONE.matcher(json).results().map(Scopes::scope).toList();
    }

    private static Scope scope(MatchResult found) {
        return new Scope(Scope.Kind.valueOf(found.group(1)), UUID.fromString(found.group(2)));
    }
}
