package org.preau.core.saml.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One document that is watched: fetched every hour, after a failure every minute; a file is read again when it changes. */
final class WatchedSource implements SamlParties.Watched {
    private static final Logger log = LoggerFactory.getLogger(WatchedSource.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration FILE = Duration.ofSeconds(5);

    private final SamlParties.Source source;
    private final OutgoingCalls calls;
    private final SqlMetadata kept;
    private final Clock clock;
    private final Runnable forget;

    private final CountDownLatch firstReading = new CountDownLatch(1);
    private volatile @Nullable SamlParty party;
    private volatile String trouble = "the metadata was not read yet";
    private volatile Instant next = Instant.MIN;
    private byte[] last = new byte[0];

    WatchedSource(SamlParties.Source source, OutgoingCalls calls, SqlMetadata kept, Clock clock, Runnable forget) {
        this.source = source;
        this.calls = calls;
        this.kept = kept;
        this.clock = clock;
        this.forget = forget;
    }

    @Override
    public Optional<SamlParty> current() {
        return Optional.ofNullable(party).filter(known -> known.validUntil()
                .map(end -> end.isAfter(clock.instant()))
                .orElse(true));
    }

    @Override
    public Optional<SamlParty> current(Duration atMost) {
        try {
            if (firstReading.getCount() > 0 && !firstReading.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return current();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.of(trouble).filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
        forget.run();
    }

    /** Reads the document if it is time; blocks on the network. */
    synchronized void refresh() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        try {
            if (source.file().isPresent()) {
                next = now.plus(FILE);
                readFile(inEtc(source.file().get()));
            } else {
                next = now.plus(AGAIN);
                readUrl(source.url().orElseThrow());
                next = now.plus(FRESH);
            }
            trouble = "";
        } catch (SamlRefusedException | IOException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (PortalException e) {
            failed("the database is away");
        } finally {
            firstReading.countDown();
        }
    }

    private void readFile(Path file) throws IOException {
        if (Files.size(file) > 4_000_000) {
            throw new IOException("the metadata file has more than 4 MB");
        }
        byte[] document = Files.readAllBytes(file);
        if (party == null || !trouble.isEmpty() || !Arrays.equals(document, last)) {
            party = DefaultSamlParties.read(document, source, clock);
            last = document;
        }
    }

    private void readUrl(URI url) throws IOException {
        if (party == null) {
            fromCopy();
        }
        OutgoingCalls.Answer answer = calls.get(url, Map.of("Accept", "application/samlmetadata+xml, application/xml"));
        if (!answer.ok()) {
            throw new IOException("the metadata's address answers " + answer.status());
        }
        party = DefaultSamlParties.read(answer.body(), source, clock);
        if (!Arrays.equals(answer.body(), last)) {
            kept.keep(source.name(), answer.body());
            last = answer.body();
        }
    }

    private void fromCopy() {
        try {
            Optional<byte[]> copy = kept.last(source.name());
            if (copy.isPresent()) {
                party = DefaultSamlParties.read(copy.get(), source, clock);
                last = copy.get();
            }
        } catch (SamlRefusedException e) {
            log.info("SAML: the kept metadata of {} is of no use any more: {}", source.name(), e.getMessage());
        }
    }

    private void failed(String why) {
        if (!why.equals(trouble)) {
            log.warn(
                    "SAML: the metadata of {} cannot be had: {}{}",
                    source.name(),
                    why,
                    party == null ? "" : "; the last good copy serves on");
        }
        trouble = why;
    }

    /** Files are named from the folder of the settings, as in these. */
    private static Path inEtc(Path file) {
        return Path.of(System.getProperty("karaf.etc", ".")).resolve(file);
    }

    static Optional<PublicKey> trusted(SamlParties.Source source) {
        return source.certificate().map(file -> {
            try {
                return CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(inEtc(file))))
                        .getPublicKey();
            } catch (IOException | CertificateException e) {
                throw new SamlRefusedException(
                        Reason.NO_METADATA, "the certificate that signs the metadata cannot be read from " + file);
            }
        });
    }
}
