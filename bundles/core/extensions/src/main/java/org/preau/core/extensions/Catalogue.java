package org.preau.core.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.extension.CatalogueEntry;
import org.preau.api.http.OutgoingCalls;

/** The operator's list of extensions, {@code etc/extensions.json}, read at each question: an array of objects with {@code id}, {@code version}, {@code url} or {@code file}, {@code sha256}, and perhaps {@code name}, {@code description}, {@code signer}. */
@Component(service = Catalogue.class)
public final class Catalogue {
    private static final Texts TEXTS = Texts.of(Catalogue.class);
    private static final int MOST_BYTES = 32_000_000;
    private static final String FILE = "extensions.json";

    private final Path etc;
    private final OutgoingCalls calls;

    /** Reads the settings' folder. */
    @Activate
    public Catalogue(BundleContext context, @Reference OutgoingCalls calls) {
        this(Path.of(String.valueOf(context.getProperty("karaf.etc"))), calls);
    }

    Catalogue(Path etc, OutgoingCalls calls) {
        this.etc = etc;
        this.calls = calls;
    }

    /** What it offers; nothing without the file. */
    List<CatalogueEntry> entries() {
        Path file = etc.resolve(FILE);
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            List<CatalogueEntry> entries = new ArrayList<>();
            for (JsonNode each : new ObjectMapper().readTree(file.toFile())) {
                entries.add(entry(each));
            }
            return List.copyOf(entries);
        } catch (IOException | IllegalArgumentException e) {
            throw new PortalException(
                    ErrorCode.INVALID_INPUT, TEXTS, "catalogue.unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** One of them. */
    CatalogueEntry entry(String id) {
        return entries().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "catalogue.unknown", id));
    }

    /** Fetches the jar of an entry into a temporary file that the caller deletes; whether it is the right one is not looked at. */
    Path fetch(CatalogueEntry entry) {
        try {
            Path jar = Files.createTempFile("preau-extension", ".jar");
            if (entry.place().contains("://")) {
                Files.write(jar, calls.download(URI.create(entry.place()), MOST_BYTES));
            } else {
                Files.write(jar, Files.readAllBytes(etc.resolve(entry.place())));
            }
            return jar;
        } catch (IOException | IllegalArgumentException e) {
            throw new PortalException(
                    ErrorCode.UNAVAILABLE, TEXTS, "catalogue.fetch", entry.id(), String.valueOf(e.getMessage()));
        }
    }

    private static CatalogueEntry entry(JsonNode node) {
        String id = text(node, "id");
        String place = text(node, "url").isEmpty() ? text(node, "file") : text(node, "url");
        String hash = text(node, "sha256").toLowerCase(Locale.ROOT);
        if (id.isEmpty() || place.isEmpty() || !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("an entry needs id, url or file, and sha256: " + node);
        }
        String name = text(node, "name");
        return new CatalogueEntry(
                id,
                text(node, "version"),
                name.isEmpty() ? id : name,
                text(node, "description"),
                place,
                hash,
                text(node, "signer"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").strip();
    }
}
