package org.preau.core.shell.bridge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends what Flow answers to a page as gzip. Only for its UIDL requests: these need the page's own CSRF token, so no other site can make the browser send chosen words and weigh the answer (BREACH).
 */
final class ZippedResponse extends HttpServletResponseWrapper {
    private static final int WORTH_IT = 1_024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable PrintWriter writer;

    private ZippedResponse(HttpServletResponse response) {
        super(response);
    }

    /** The response to give to Flow for this request: a zipping one, or the response itself. */
    static HttpServletResponse around(HttpServletRequest request, HttpServletResponse response) {
        String accepted = String.valueOf(request.getHeader("Accept-Encoding"));
        return "uidl".equals(SessionGate.kind(request)) && accepted.contains("gzip")
                ? new ZippedResponse(response)
                : response;
    }

    /** Sends what was written. */
    static void finish(HttpServletResponse response) throws IOException {
        if (response instanceof ZippedResponse zipped) {
            zipped.send();
        }
    }

    private void send() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (response.isCommitted()) {
            return;
        }
        byte[] bytes = body.toByteArray();
        if (bytes.length > WORTH_IT) {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 4);
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write(bytes);
            }
            bytes = zipped.toByteArray();
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                body.write(bytes, from, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("answers of Flow are written at once");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        PrintWriter known = writer;
        if (known == null) {
            known = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
            writer = known;
        }
        return known;
    }

    @Override
    public void setContentLength(int length) {
        // the length of what is sent is set when it is known
    }

    @Override
    public void setContentLengthLong(long length) {
        // the length of what is sent is set when it is known
    }

    @Override
    public void flushBuffer() {
        // sent as a whole at the end
    }
}
