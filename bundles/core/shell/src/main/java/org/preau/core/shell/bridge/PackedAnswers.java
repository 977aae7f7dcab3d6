package org.preau.core.shell.bridge;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.shared.JsonConstants;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;

/**
 * Sends what Flow answers to a page as gzip, and keeps it so. Flow keeps the last answer of every open page, to send it again when it was lost: as text that is most of what a page at rest costs (30 to 50 kB), packed
 * it is a tenth.
 *
 * <p>Only these answers are packed: the request needs the page's own CSRF token, so no other site can make the browser send chosen words and weigh the answer (BREACH).
 */
final class PackedAnswers extends UidlRequestHandler {
    private final transient Supplier<Containment> containment;

    PackedAnswers(Supplier<Containment> containment) {
        this.containment = containment;
    }

    private static final int WORTH_IT = 1_024;
    private static final char PACKED = 0x1f;

    @Override
    protected ServerRpcHandler createRpcHandler() {
        return new ServerRpcHandler() {
            @Override
            public void handleRpc(UI ui, String message, VaadinRequest request) throws InvalidUIDLSecurityKeyException {
                try {
                    super.handleRpc(ui, message, request);
                } catch (ClientResentPayloadException e) {
                    UIInternals page = ui.getInternals();
                    page.setLastRequestResponse(unpacked(page.getLastRequestResponse()));
                    throw e;
                }
            }
        };
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String body) throws IOException {
        @Nullable UI ui = session.getService().findUI(request);
        @Nullable String before = ui == null ? null : ui.getInternals().getLastRequestResponse();
        Optional<ResponseWriter> plain = contained(ui, session, request, response, body);
        @Nullable String answer = ui == null ? null : ui.getInternals().getLastRequestResponse();
        if (ui == null || answer == null || answer.equals(before) || answer.length() < WORTH_IT) {
            return plain;
        }
        byte[] packed = zip(answer);
        ui.getInternals().setLastRequestResponse(new String(packed, StandardCharsets.ISO_8859_1));
        return String.valueOf(request.getHeader("Accept-Encoding")).contains("gzip")
                ? Optional.of(() -> send(response, packed))
                : plain;
    }

    /** What is done in an open view of a plugin's is its own doing; one that was stopped meanwhile gives way to a page that says so. */
    private Optional<ResponseWriter> contained(
            @Nullable UI ui, VaadinSession session, VaadinRequest request, VaadinResponse response, String body)
            throws IOException {
        List<HasElement> shown = ui == null ? List.of() : ui.getInternals().getActiveRouterTargetsChain();
        if (ui == null || shown.isEmpty()) {
            return super.synchronizedHandleRequest(session, request, response, body);
        }
        HasElement view = shown.get(0);
        if (containment.get().stopped(view)) {
            ui.refreshCurrentRoute(false);
            return super.synchronizedHandleRequest(session, request, response, body);
        }
        return containment
                .get()
                .call(view, Door.ACT, () -> super.synchronizedHandleRequest(session, request, response, body));
    }

    private static void send(VaadinResponse response, byte[] packed) throws IOException {
        response.setContentType(JsonConstants.JSON_CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(packed.length);
        response.getOutputStream().write(packed);
    }

    private static byte[] zip(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static @Nullable String unpacked(@Nullable String kept) {
        if (kept == null || kept.isEmpty() || kept.charAt(0) != PACKED) {
            return kept;
        }
        byte[] packed = kept.getBytes(StandardCharsets.ISO_8859_1);
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("what was packed here cannot be unpacked", e);
        }
    }
}
