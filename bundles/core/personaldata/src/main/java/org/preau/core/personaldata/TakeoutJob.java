package org.preau.core.personaldata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.job.Job;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.storage.FileStore;

/** Makes archives that were asked for; hourly, deletes those that are over. */
@Component
public final class TakeoutJob implements Job {
    static final String NAME = "personaldata.takeout";
    private static final long MOST = 2L << 30;

    private final Takeouts takeouts;
    private final Parts parts;
    private final Accounts accounts;
    private final FileStore files;

    /** Made by the portal. */
    @Activate
    public TakeoutJob(
            @Reference Takeouts takeouts,
            @Reference Parts parts,
            @Reference Accounts accounts,
            @Reference FileStore files) {
        this.takeouts = takeouts;
        this.parts = parts;
        this.accounts = accounts;
        this.files = files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(String instance) {
        if (instance.isEmpty()) {
            takeouts.purge();
        } else {
            takeouts.byId(UUID.fromString(instance))
                    .filter(takeout -> takeout.state() == Takeout.State.ASKED)
                    .ifPresent(this::make);
        }
    }

    private void make(Takeout takeout) {
        try {
            Path file = Files.createTempFile("takeout", ".zip");
            try {
                List<String> missing = TakeoutZip.write(file, subject(takeout), parts.all());
                try (InputStream content = Files.newInputStream(file)) {
                    files.put(Takeouts.OWNER, takeout.key(), content, MOST);
                }
                takeouts.done(takeout.id(), Takeout.State.READY, Files.size(file), missing);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            takeouts.done(takeout.id(), Takeout.State.FAILED, 0, List.of());
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            takeouts.done(takeout.id(), Takeout.State.FAILED, 0, List.of());
            throw e;
        }
    }

    private DataSubject subject(Takeout takeout) {
        return new DataSubject(
                takeout.personId(),
                accounts.ofPerson(takeout.personId()).stream()
                        .map(Account::id)
                        .flatMap(id -> Stream.concat(Stream.of(id), accounts.aliasesOf(id).stream()))
                        .distinct()
                        .toList());
    }
}
