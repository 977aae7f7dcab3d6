package org.preau.core.feed.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.job.Job;
import org.preau.core.feed.FeedSettings;
import org.preau.core.feed.run.NewRun.Doing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into the drop folders each minute, takes what is ready, then deletes it there. What cannot be taken goes to {@code .refused} beside it, with a line in the log. */
@Component
public final class DropJob implements Job {
    private static final Logger log = LoggerFactory.getLogger(DropJob.class);

    private final FeedSettings settings;
    private final KnownFeeds feeds;
    private final Reception reception;
    private final DropFolder folder = new DropFolder();

    /** Takes its services. */
    @Activate
    public DropJob(@Reference FeedSettings settings, @Reference KnownFeeds feeds, @Reference Reception reception) {
        this.settings = settings;
        this.feeds = feeds;
        this.reception = reception;
    }

    @Override
    public String name() {
        return "feed.drop";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofMinutes(1));
    }

    @Override
    public synchronized void run(String instance) {
        try {
            for (DropFolder.Dropped dropped : folder.look(settings.drop(), feeds.names())) {
                take(dropped);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the drop folder cannot be read", e);
        }
    }

    private void take(DropFolder.Dropped dropped) throws IOException {
        Doing doing = settings.values().drop_apply() ? Doing.APPLY : Doing.REVIEW;
        try {
            reception.later(Subject.SYSTEM, dropped.system(), dropped.file(), dropped.options(), doing);
            ArchiveStore.deleteAll(dropped.file());
        } catch (PortalException e) {
            if (e.code() != ErrorCode.INVALID_INPUT) {
                throw e;
            }
            log.warn("{} is not taken: {}", dropped.file(), e.userMessage(Locale.ENGLISH));
            Path refused = dropped.file().resolveSibling(".refused");
            Files.createDirectories(refused);
            Files.move(
                    dropped.file(), refused.resolve(dropped.file().getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
