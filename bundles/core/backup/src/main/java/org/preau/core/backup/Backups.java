package org.preau.core.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditSeals;
import org.preau.api.persistence.DatabaseHost;
import org.preau.api.supervision.HealthCheck;
import org.preau.api.supervision.HealthCheck.Health;

/** The backups of this instance, under their settings. */
@Component(
        service = {Backups.class, HealthCheck.class},
        configurationPid = "org.preau.core.backup")
public final class Backups implements HealthCheck {
    private final Path base;
    private final BackupMaker maker;
    private volatile BackupSettings settings;
    private volatile Health health = Health.UP;

    /** For the service registry. */
    @Activate
    public Backups(
            BundleContext context,
            BackupConfig config,
            @Reference DatabaseHost host,
            @Reference AuditSeals seals,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(
                folders(context),
                BackupSettings.of(config, folders(context).base()),
                new BackupMaker(host, seals, audit, clock, folders(context)));
    }

    Backups(InstanceFiles files, BackupSettings settings, BackupMaker maker) {
        this.base = files.base();
        this.settings = settings;
        this.maker = maker;
    }

    /** Takes changed settings. */
    @Modified
    void modified(BackupConfig config) {
        settings = BackupSettings.of(config, base);
    }

    /** Makes one now. */
    public Backup make() throws IOException, InterruptedException {
        try {
            Backup made = maker.make(settings);
            health = made.offsiteFailed() ? Health.down("off-site copy " + made.offsite()) : Health.UP;
            return made;
        } catch (IOException e) {
            health = Health.down("the last backup failed: " + e.getMessage());
            throw e;
        }
    }

    /** Tries again to copy the newest one off-site, if that failed. */
    void retryOffsite() throws IOException, InterruptedException {
        List<Backup> all = all();
        if (!all.isEmpty() && all.get(0).offsiteFailed()) {
            Backup told = maker.copyOffsite(new BackupStore(settings.folder()), settings, all.get(0));
            health = told.offsiteFailed() ? Health.down("off-site copy " + told.offsite()) : Health.UP;
        }
    }

    /** Those that are there, the newest first. */
    public List<Backup> all() throws IOException {
        return new BackupStore(settings.folder()).all();
    }

    BackupSettings settings() {
        return settings;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public boolean vital() {
        return false;
    }

    private static InstanceFiles folders(BundleContext context) {
        Path base = folder(context, "karaf.base", ".");
        return new InstanceFiles(base, folder(context, "karaf.data", "data"), folder(context, "karaf.etc", "etc"));
    }

    private static Path folder(BundleContext context, String property, String otherwise) {
        String known = context.getProperty(property);
        return Path.of(known == null ? otherwise : known).toAbsolutePath().normalize();
    }
}
