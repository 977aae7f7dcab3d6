package org.preau.core.feed;

import java.nio.file.Path;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The settings in force; those who use it ask each time, so that a change counts at once. Safe on any thread. */
@Component(service = FeedSettings.class, configurationPid = "org.preau.core.feed")
@Designate(ocd = FeedConfig.class)
public final class FeedSettings {
    private static final long MEGABYTE = 1L << 20;

    private final Path home;
    private final Path data;
    private volatile FeedConfig config;

    /** Takes what stands in the file. */
    @Activate
    public FeedSettings(BundleContext context, FeedConfig config) {
        this(
                Path.of(String.valueOf(context.getProperty("karaf.base"))),
                Path.of(String.valueOf(context.getProperty("karaf.data"))),
                config);
    }

    /**
     * Settings of an instance.
     *
     * @param home its folder
     * @param data its folder of data
     */
    public FeedSettings(Path home, Path data, FeedConfig config) {
        this.home = home;
        this.data = data;
        this.config = config;
    }

    /** Takes changed settings without going away. */
    @Modified
    void modified(FeedConfig changed) {
        config = changed;
    }

    /** All as they are written. */
    public FeedConfig values() {
        return config;
    }

    /** Where archives are kept. */
    public Path store() {
        String set = config.store();
        return set.isBlank() ? data.resolve("feeds") : home.resolve(set.strip());
    }

    /** Below it the drop folder of each system. */
    public Path drop() {
        String set = config.drop();
        return set.isBlank() ? home.resolve("feeds") : home.resolve(set.strip());
    }

    /** The largest archive in bytes. */
    public long largest() {
        return config.limit_megabytes() * MEGABYTE;
    }

    /** How long archives are kept. */
    public Duration kept() {
        return Duration.ofDays(config.keep_days());
    }
}
