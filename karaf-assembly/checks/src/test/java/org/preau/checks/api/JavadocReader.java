package org.preau.checks.api;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.preau.checks.api.ApiType.Javadoc;

/** Javadoc as Markdown. */
final class JavadocReader {
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "nbsp", " ", "quot", "\"");

    private JavadocReader() {}

    static Javadoc read(DocCommentTree comment) {
        if (comment == null) {
            return Javadoc.NONE;
        }
        return new Javadoc(
                flat(markdown(comment.getFirstSentence())),
                markdown(comment.getFullBody()).strip(),
                example(comment.getFullBody()));
    }

    static String since(DocCommentTree comment) {
        return comment == null
                ? ""
                : comment.getBlockTags().stream()
                        .filter(SinceTree.class::isInstance)
                        .map(tag -> ((SinceTree) tag)
                                .getBody().stream().map(Object::toString).collect(Collectors.joining()))
                        .findFirst()
                        .orElse("");
    }

    private static String example(List<? extends DocTree> body) {
        boolean inside = false;
        for (DocTree each : body) {
            if (each instanceof StartElementTree start && start.getName().contentEquals("pre")) {
                inside = true;
            } else if (inside && each instanceof LiteralTree literal) {
                return literal.getBody().getBody().strip().replace("\n ", "\n");
            }
        }
        return "";
    }

    private static String markdown(List<? extends DocTree> body) {
        StringBuilder out = new StringBuilder();
        boolean pre = false;
        for (DocTree each : body) {
            if (each instanceof StartElementTree start) {
                String name = start.getName().toString().toLowerCase(Locale.ROOT);
                pre |= name.equals("pre");
                out.append(
                        switch (name) {
                            case "p" -> "\n\n";
                            case "li" -> "\n- ";
                            default -> "";
                        });
            } else if (each instanceof EndElementTree end) {
                pre &= !end.getName().contentEquals("pre");
            } else if (!pre) {
                out.append(inline(each));
            }
        }
        return out.toString()
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n");
    }

    private static String inline(DocTree each) {
        if (each instanceof TextTree text) {
            return text.getBody();
        }
        if (each instanceof LiteralTree literal) {
            return each.getKind() == DocTree.Kind.CODE
                    ? "`" + literal.getBody().getBody() + "`"
                    : literal.getBody().getBody();
        }
        if (each instanceof LinkTree link) {
            return link.getLabel().isEmpty()
                    ? "`"
                            + link.getReference()
                                    .getSignature()
                                    .replaceAll("^#", "")
                                    .replace('#', '.') + "`"
                    : link.getLabel().stream().map(JavadocReader::inline).collect(Collectors.joining());
        }
        if (each instanceof ValueTree value) {
            return "`"
                    + (value.getReference() == null
                            ? ""
                            : value.getReference().getSignature().replaceAll("^#", "")) + "`";
        }
        if (each instanceof EntityTree entity) {
            return ENTITIES.getOrDefault(entity.getName().toString(), "");
        }
        return "";
    }

    static String flat(String markdown) {
        return markdown.replaceAll("\\s+", " ").strip();
    }
}
