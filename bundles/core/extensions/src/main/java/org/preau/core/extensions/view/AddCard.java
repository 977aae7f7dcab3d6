package org.preau.core.extensions.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.FileUploadCallback;
import com.vaadin.flow.server.streams.FileUploadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.extension.CatalogueEntry;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.Notice;

/** Takes a jar, has it examined, and shows what it is before anything starts; or takes one of the operator's catalogue. */
final class AddCard extends Div {
    private static final int LARGEST = 64_000_000;
    private static final long ENVELOPE = 65_536;

    private final Screen screen;
    private final Runnable changed;
    private final Div review = Screen.status();
    private @Nullable Path waiting;

    AddCard(Screen screen, Runnable changed) {
        this.screen = screen;
        this.changed = changed;
        addDetachListener(event -> forgetWaiting());
        Card card = new Card(screen.text("add"));
        card.add(new Paragraph(screen.text("add.help")), upload(), review);
        add(card);
        List<CatalogueEntry> offers = offers();
        if (!offers.isEmpty()) {
            add(catalogue(offers));
        }
    }

    private Upload upload() {
        Upload upload = new Upload(new Limited(
                (metadata, file) -> taken(file.toPath()),
                metadata -> Files.createTempFile("preau-extension", ".jar").toFile()));
        upload.setMaxFileSize(LARGEST);
        upload.setAcceptedFileTypes(".jar");
        upload.setUploadButton(Buttons.plain(screen.text("add.choose"), () -> {}));
        upload.setDropLabel(new Span(screen.text("add.drop")));
        upload.setI18n(words());
        upload.addFileRejectedListener(event -> Notice.problem(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    /** Called on the page's thread when the file is whole. */
    private void taken(Path jar) {
        review.removeAll();
        forgetWaiting();
        waiting = jar;
        screen.later(
                () -> screen.desk.extensions.examine(screen.subject(), jar),
                candidate -> {
                    review.removeAll();
                    review.add(new Review(screen, candidate, agreed -> {
                        review.removeAll();
                        if (agreed) {
                            waiting = null;
                            install(jar);
                        } else {
                            forgetWaiting();
                        }
                    }));
                },
                this::forgetWaiting);
    }

    /** Deletes the file that was sent and about which nothing was decided. */
    private void forgetWaiting() {
        Path file = waiting;
        waiting = null;
        if (file != null) {
            delete(file);
        }
    }

    private void install(Path jar) {
        working(screen.text("review.working"));
        screen.later(
                () -> {
                    try {
                        return screen.desk.extensions.install(screen.subject(), jar);
                    } finally {
                        delete(jar);
                    }
                },
                this::installed,
                this::notInstalled);
    }

    private Card catalogue(List<CatalogueEntry> offers) {
        Card card = new Card(screen.text("catalogue"));
        offers.forEach(offer -> card.add(new Item(offer.name())
                .detail(offer.description())
                .detail(screen.text("version", offer.version()))
                .trailing(Buttons.plain(screen.text("catalogue.install", offer.name()), () -> {
                    working(screen.text("catalogue.working", offer.name()));
                    screen.later(
                            () -> screen.desk.extensions.installFromCatalogue(screen.subject(), offer.id()),
                            this::installed,
                            this::notInstalled);
                }))));
        return card;
    }

    private void working(String words) {
        review.removeAll();
        review.add(new Paragraph(words));
    }

    private void installed(org.preau.api.extension.Extension one) {
        String done = screen.text("done.installed", one.jar().name(), one.jar().version());
        working(done);
        Notice.info(done);
        changed.run();
    }

    private void notInstalled() {
        review.removeAll();
        changed.run();
    }

    private List<CatalogueEntry> offers() {
        try {
            return screen.desk.extensions.catalogue(screen.subject());
        } catch (PortalException e) {
            add(new Paragraph(e.userMessage(screen.locale())));
            return List.of();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(screen.text("add.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(screen.text("add.choose")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(screen.text("add.toobig"))
                        .setTooManyFiles(screen.text("add.toomany")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(screen.text("add.connecting"))
                                .setStalled(screen.text("add.stalled"))
                                .setProcessing(screen.text("add.processing"))
                                .setHeld(screen.text("add.waiting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(screen.text("add.remaining"))
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(screen.text("add.failed"))
                                .setUnexpectedServerError(screen.text("add.failed"))
                                .setForbidden(screen.text("add.failed"))));
    }

    /** Refuses a file beyond the limit on the server, whatever the browser says. */
    private static final class Limited extends FileUploadHandler {
        private static final long serialVersionUID = 1L;

        Limited(FileUploadCallback taken, com.vaadin.flow.server.streams.FileFactory place) {
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
