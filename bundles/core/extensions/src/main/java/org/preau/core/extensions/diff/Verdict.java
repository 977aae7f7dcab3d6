package org.preau.core.extensions.diff;

import java.util.List;

/** What the changes of an API mean to who has a plugin, in a sentence or two. */
final class Verdict {
    private Verdict() {}

    static String of(List<Change> changes) {
        if (changes.isEmpty()) {
            return "Both export the same: plugins run unchanged.";
        }
        boolean breaks = changes.stream().anyMatch(each -> each.weight().equals("MAJOR"));
        boolean grows = changes.stream().anyMatch(each -> each.weight().equals("MINOR"));
        String plugins = breaks
                ? "A plugin that uses or implements what is marked MAJOR must be changed and built again; others run unchanged where the version of the package keeps its first number."
                : grows
                        ? "Plugins run unchanged; one built against the newer version may not run on the older."
                        : "Plugins run unchanged.";
        List<String> late = changes.stream()
                .filter(each -> !each.well())
                .map(each -> each.name() + " must be " + each.wanted() + " at least, not " + each.newer())
                .toList();
        return late.isEmpty()
                ? plugins
                : plugins + "\nVersions that do not say what changed: " + String.join("; ", late) + ".";
    }
}
