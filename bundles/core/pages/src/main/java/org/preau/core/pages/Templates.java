package org.preau.core.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.preau.api.base.Texts;

/** Templates and texts of bundles, read once, for as long as their classes live. Safe on any thread. */
final class Templates {
    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);
    private final Map<Class<?>, OfBundle> bundles = new WeakHashMap<>();

    /**
     * A template ready to use.
     *
     * @param form whether it holds a form, which needs a token
     */
    record Ready(Template template, boolean form) {}

    private record OfBundle(Texts texts, Map<String, Ready> templates, Map<Locale, Map<String, String>> byLocale) {}

    /** The template {@code pages/<name>.mustache} beside the class. */
    Ready template(Class<?> anchor, String name) {
        return of(anchor).templates().computeIfAbsent(name, key -> compile(anchor, key));
    }

    /** The texts beside the class in that language. */
    TextNode texts(Class<?> anchor, Locale locale) {
        OfBundle bundle = of(anchor);
        return TextNode.of(bundle.byLocale().computeIfAbsent(locale, bundle.texts()::all));
    }

    private synchronized OfBundle of(Class<?> anchor) {
        return bundles.computeIfAbsent(
                anchor, key -> new OfBundle(Texts.of(key), new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
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
