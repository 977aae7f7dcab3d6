package org.preau.apps.feeds.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.FileFactory;
import com.vaadin.flow.server.streams.FileUploadHandler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.preau.api.base.PortalException;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.Feeds;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Notice;

/** Hands in an archive: streamed to a temporary file, given to the portal, deleted. It is checked and waits to be looked at. */
final class ArchiveUpload extends Div {
    /** More than an academy's archive of a day ever had; the portal's own limit may be lower. */
    private static final long LARGEST = 2_000_000_000L;

    private static final long ENVELOPE = 65_536;

    private final Screen screen;
    private final Select<Feeds.System> system = new Select<>();
    private final Map<String, Path> folders = new ConcurrentHashMap<>();

    ArchiveUpload(Screen screen) {
        this.screen = screen;
        List<Feeds.System> systems = screen.desk.feeds.systems();
        add(new Paragraph(screen.text("upload.help")));
        if (systems.isEmpty()) {
            add(new Paragraph(screen.text("upload.nothing")));
            return;
        }
        system.addClassName("feeds-system");
        system.setLabel(screen.text("upload.system"));
        system.setItemLabelGenerator(each -> each.label().in(screen.locale()));
        system.setItems(systems);
        system.setValue(systems.get(0));
        if (systems.size() > 1) {
            add(system);
        }
        add(upload());
    }

    private Upload upload() {
        Limited handler = new Limited((metadata, file) -> taken(file.toPath()), metadata -> place(metadata.fileName()));
        Upload upload = new Upload(handler);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) LARGEST);
        upload.setUploadButton(Buttons.plain(screen.text("upload.choose"), () -> {}));
        upload.setDropLabel(new Span(screen.text("upload.drop")));
        upload.setI18n(words());
        upload.addFileRejectedListener(event -> Notice.problem(event.getErrorMessage()));
        return upload;
    }

    /** The file keeps its name, in a folder of its own: names say what an archive is. */
    private File place(String name) throws IOException {
        Path folder = Files.createTempDirectory("preau-archive");
        String plain = Path.of(name).getFileName().toString();
        Path file = folder.resolve(plain.isBlank() ? "archive" : plain);
        folders.put(file.toString(), folder);
        return file.toFile();
    }

    private void taken(Path file) {
        try {
            UUID id = screen.desk.feeds.receive(
                    screen.subject(), system.getValue().name(), file, FeedOptions.NONE, false);
            screen.view.navigate("archive/" + id);
        } catch (PortalException refused) {
            Notice.problem(refused.userMessage(screen.locale()));
        } finally {
            forget(file);
        }
    }

    private void forget(Path file) {
        try {
            Files.deleteIfExists(file);
            Path folder = folders.remove(file.toString());
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(screen.text("upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(screen.text("upload.choose")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(screen.text("upload.toobig"))
                        .setTooManyFiles(screen.text("upload.toomany")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(screen.text("upload.connecting"))
                                .setStalled(screen.text("upload.stalled"))
                                .setProcessing(screen.text("upload.processing"))
                                .setHeld(screen.text("upload.waiting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(screen.text("upload.remaining"))
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(screen.text("upload.failed"))
                                .setUnexpectedServerError(screen.text("upload.failed"))
                                .setForbidden(screen.text("upload.failed"))));
    }

    /** Refuses a file beyond the limit on the server, whatever the browser says. */
    private static final class Limited extends FileUploadHandler {
        private static final long serialVersionUID = 1L;

        Limited(com.vaadin.flow.server.streams.FileUploadCallback taken, FileFactory place) {
            super(taken, place);
        }

        @Override
        public long getFileSizeMax() {
            return LARGEST;
        }

        @Override
        public long getRequestSizeMax() {
            return LARGEST + ENVELOPE;
        }
    }
}
