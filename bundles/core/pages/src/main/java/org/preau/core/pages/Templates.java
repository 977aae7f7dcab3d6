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
import org.preau.api.base.Texts;

/** Templates and texts of bundles, read once, for as long as their classes live. Safe on any thread. */
final class Templates {
    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);
    /** Kept by the classes themselves: found without a lock, gone with them. */
    private final ClassValue<OfBundle> bundles = new ClassValue<>() {
        @Override
        protected OfBundle computeValue(Class<?> anchor) {
            return new OfBundle(Texts.of(anchor), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    };

    /**
     * A template ready to use.
     *
     * @param form whether it holds a form, which needs a token
     */
    record Ready(Template template, boolean form) {}

    private record OfBundle(Texts texts, Map<String, Ready> templates, Map<Locale, TextNode.Words> byLocale) {}

    /** The template {@code pages/<name>.mustache} beside the class. */
    Ready template(Class<?> anchor, String name) {
        Map<String, Ready> templates = bundles.get(anchor).templates();
        Ready known = templates.get(name);
        return known == null ? templates.computeIfAbsent(name, key -> compile(anchor, key)) : known;
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

    private Ready compile(Class<?> anchor, String name) {
        String file = "pages/" + name + ".mustache";
        try (InputStream in = anchor.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + file + " beside " + anchor.getName());
            }
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Ready(compiler.compile(source), source.contains("{{{csrf}}}"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " beside " + anchor.getName() + " cannot be read", e);
        }
    }
}
