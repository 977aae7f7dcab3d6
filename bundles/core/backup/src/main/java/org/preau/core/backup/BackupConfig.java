package org.preau.core.backup;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.preau.core.backup.cfg}: when the instance is saved, where to, and how. */
@ObjectClassDefinition(name = "Backup", description = "Backups of the whole instance")
public @interface BackupConfig {
    /** Key {@code times}: times of day in the academy's zone, with commas; empty for none. Two by default, so that at most 12 hours are lost (74B). */
    @AttributeDefinition(name = "Times of day")
    String times() default "02:30, 13:30";

    /** Key {@code folder}: where backups are written; {@code DIR/backup} when empty. */
    @AttributeDefinition(name = "Folder")
    String folder() default "";

    /** Key {@code keep.days}: older backups are removed, except the newest. */
    @AttributeDefinition(name = "Days backups are kept", min = "1")
    int keep_days() default 15;

    /** Key {@code passphrase.file}: a file whose first line encrypts the backups; empty for none. Keep a copy elsewhere: without it a backup is lost. */
    @AttributeDefinition(name = "File with the passphrase")
    String passphrase_file() default "";

    /** Key {@code include.master.key}: puts {@code etc/preau.key} into a backup that is not encrypted. An encrypted one always holds it. */
    @AttributeDefinition(name = "Master key in clear backups")
    boolean include_master_key() default false;

    /** Key {@code postgresql.bin}: folder of {@code pg_dump} for a database on a server of yours; the PATH, then where packages put it, when empty. */
    @AttributeDefinition(name = "Programs of PostgreSQL")
    String postgresql_bin() default "";

    /** Key {@code offsite.command}: run after each backup, without a shell; {@code {file}} stands for the file. */
    @AttributeDefinition(name = "Command of the off-site copy")
    String offsite_command() default "";
}
