package org.preau.core.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.preau.api.base.Texts;

/** Templates and texts of bundles, read once, and what was drawn from them lately for strangers, for as long as their classes live. Safe on any thread. */
final class Templates {
    /** Of each bundle; a few languages and forms make a dozen. */
    private static final int MOST_PAGES = 64;

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);
    /** Kept by the classes themselves: found without a lock, gone with them. */
    private final ClassValue<OfBundle> bundles = new ClassValue<>() {
        @Override
        protected OfBundle computeValue(Class<?> anchor) {
            return new OfBundle(
                    Texts.of(anchor), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    };

    private record OfBundle(
            Texts texts,
            Map<String, Template> templates,
            Map<Locale, TextNode.Words> byLocale,
            Map<DrawnPage.Source, DrawnPage> pages) {}

    /** The template {@code pages/<name>.mustache} beside the class. */
    Template template(Class<?> anchor, String name) {
        Map<String, Template> templates = bundles.get(anchor).templates();
        Template known = templates.get(name);
        return known == null ? templates.computeIfAbsent(name, key -> compile(anchor, key)) : known;
    }

    /** The page drawn from equal values lately, or a new one. */
    DrawnPage kept(Class<?> anchor, DrawnPage.Source source, Function<DrawnPage.Source, DrawnPage> draw) {
        Map<DrawnPage.Source, DrawnPage> pages = bundles.get(anchor).pages();
        DrawnPage known = pages.get(source);
        if (known == null) {
            known = draw.apply(source);
            if (pages.size() >= MOST_PAGES) {
                pages.clear();
            }
            pages.put(source, known);
        }
        return known;
    }

    /** The texts beside the class in that language. */
    TextNode texts(Class<?> anchor, Locale locale) {
        OfBundle bundle = bundles.get(anchor);
        TextNode.Words known = bundle.byLocale().get(locale);
        return TextNode.of(
                known == null
                        ? bundle.byLocale()
                                .computeIfAbsent(
                                        locale,
                                        key -> TextNode.Words.of(bundle.texts().all(key)))
                        : known);
    }

    private Template compile(Class<?> anchor, String name) {
        String file = "pages/" + name + ".mustache";
        try (InputStream in = anchor.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + file + " beside " + anchor.getName());
            }
            return compiler.compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " beside " + anchor.getName() + " cannot be read", e);
        }
    }
}
