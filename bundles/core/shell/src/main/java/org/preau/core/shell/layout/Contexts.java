package org.preau.core.shell.layout;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.directory.Child;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;

/**
 * The contexts that a user can choose from, with the names of his children.
 *
 * @param current where he is
 * @param all where he can go
 * @param children a guardian's children
 */
public record Contexts(Context current, List<Context> all, List<Child> children) {
    /** Those of this user; only the current one while directory or sessions are away. */
    public static Contexts of(Shell shell, PortalSession session) {
        try {
            List<Context> all = shell.neighbours()
                    .sessions()
                    .map(sessions -> sessions.contextsOf(session))
                    .orElse(List.of());
            boolean guardian = all.stream().anyMatch(context -> context.childId() != null);
            List<Child> children = guardian
                    ? shell.neighbours()
                            .directory()
                            .map(directory -> directory.childrenOf(session.personId()))
                            .orElse(List.of())
                    : List.of();
            return new Contexts(session.context(), all, children);
        } catch (PortalException e) {
            return new Contexts(session.context(), List.of(session.context()), List.of());
        }
    }

    /** The child of a context. */
    public Optional<Child> child(@Nullable UUID id) {
        return children.stream().filter(child -> child.personId().equals(id)).findFirst();
    }

    /** What a context is called: a child's first name, everybody's, or the school. */
    public String label(Context context) {
        if (context.childId() != null) {
            return child(context.childId()).map(Child::firstName).orElse(context.structureName());
        }
        boolean everybody =
                all.stream().anyMatch(other -> other.childId() != null && other.profile() == context.profile());
        return everybody ? ShellTexts.text("context.all") : context.structureName();
    }

    /** Smaller words below it: the child's class and school, or as what the user is there. */
    public String detail(Context context) {
        if (context.childId() != null) {
            String className = child(context.childId()).map(Child::className).orElse("");
            return className.isEmpty() ? context.structureName() : className + " · " + context.structureName();
        }
        return ShellTexts.text("profile." + context.profile());
    }

    /** Changes to that context; every page of the session follows. */
    public static void choose(Shell shell, PortalSession session, Context context) {
        shell.neighbours().sessions().ifPresent(sessions -> sessions.switchTo(session.id(), context));
        shell.sessions().pagesOf(session.id(), ShellLayout::contextChanged);
    }
}
