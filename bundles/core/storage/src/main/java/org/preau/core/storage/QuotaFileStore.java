package org.preau.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.storage.FileStore;
import org.preau.api.storage.StorageBackEnd;
import org.preau.api.storage.StoredFile;
import org.preau.api.supervision.HealthCheck;

/** Checks keys, sizes and quotas, and has the configured back end keep the files. What an owner's files take is counted once and then followed; puts of other nodes are seen at the next count, an hour later at most. */
@Component(
        service = {FileStore.class, HealthCheck.class},
        configurationPid = "org.preau.core.storage")
@Designate(ocd = StorageConfig.class)
public final class QuotaFileStore implements FileStore, HealthCheck {
    private static final Texts TEXTS = Texts.of(QuotaFileStore.class);
    private static final Pattern OWNER = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST_KEY = 300;
    private static final long COUNTED_NANOS = 3_600_000_000_000L;

    private final String backEnd;
    private final long quota;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<StorageBackEnd> backEnds = List.of();

    /** Takes its settings. */
    @Activate
    public QuotaFileStore(StorageConfig config) {
        this(config.backend(), config.quota_mb() << 20);
    }

    QuotaFileStore(String backEnd, long quota, StorageBackEnd... backEnds) {
        this.backEnd = backEnd;
        this.quota = quota;
        this.backEnds = List.of(backEnds);
    }

    private record Count(long bytes, long at) {}

    private interface Work<T> {
        T with(StorageBackEnd backEnd) throws IOException;
    }

    @Override
    public StoredFile put(String owner, String key, InputStream content, long most) {
        check(owner, key);
        long before = find(owner, key).map(StoredFile::size).orElse(0L);
        long left = quota - used(owner) + before;
        if (left <= 0) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "quota");
        }
        boolean quotaFirst = left < most;
        long size = work(chosen -> chosen.put(
                owner, key, new BoundedStream(content, Math.min(left, most), quotaFirst ? "quota" : "size")));
        counts.computeIfPresent(owner, (name, count) -> new Count(count.bytes() + size - before, count.at()));
        return find(owner, key).orElseThrow(() -> new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "away"));
    }

    @Override
    public Optional<InputStream> open(String owner, String key) {
        check(owner, key);
        return work(chosen -> chosen.open(owner, key));
    }

    @Override
    public Optional<StoredFile> find(String owner, String key) {
        check(owner, key);
        return work(chosen -> chosen.list(owner, key, 1)).stream()
                .filter(file -> file.key().equals(key))
                .findFirst();
    }

    @Override
    public boolean delete(String owner, String key) {
        check(owner, key);
        counts.remove(owner);
        return work(chosen -> chosen.delete(owner, key));
    }

    @Override
    public List<StoredFile> list(String owner, String prefix, int most) {
        check(owner, prefix.isEmpty() ? "x" : prefix.replaceAll("[./]+$", ""));
        return work(chosen -> chosen.list(owner, prefix, most));
    }

    @Override
    public long used(String owner) {
        Count known = counts.get(owner);
        if (known == null || System.nanoTime() - known.at() > COUNTED_NANOS) {
            long bytes = work(chosen -> chosen.list(owner, "", Integer.MAX_VALUE)).stream()
                    .mapToLong(StoredFile::size)
                    .sum();
            known = new Count(bytes, System.nanoTime());
            counts.put(owner, known);
        }
        return known.bytes();
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public Health health() {
        return chosen().filter(StorageBackEnd::available).isPresent()
                ? Health.UP
                : Health.down("the back end " + backEnd + " is not there or cannot be written");
    }

    @Override
    public boolean vital() {
        return false;
    }

    private Optional<StorageBackEnd> chosen() {
        return backEnds.stream().filter(each -> each.id().equals(backEnd)).findFirst();
    }

    private <T> T work(Work<T> work) {
        StorageBackEnd chosen = chosen().orElseThrow(() -> new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "away"));
        try {
            return work.with(chosen);
        } catch (BoundedStream.TooMuchException e) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, e.key());
        } catch (IOException e) {
            throw new PortalException(ErrorCode.UNAVAILABLE, "the storage back end " + backEnd + " failed", e);
        }
    }

    private static void check(String owner, String key) {
        if (!OWNER.matcher(owner).matches()
                || key.length() > LONGEST_KEY
                || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("no owner and key of a file: " + owner + " " + key);
        }
    }
}
