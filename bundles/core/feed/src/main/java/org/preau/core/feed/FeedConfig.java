package org.preau.core.feed;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the feeds' pipeline, {@code org.preau.core.feed.cfg}. */
@ObjectClassDefinition(name = "Feeds", description = "Limits, thresholds, store and reports of archives")
public @interface FeedConfig {
    /** Key {@code store}: folder where archives are kept; {@code DIR/data/feeds} when empty. On several nodes a folder that all share. */
    @AttributeDefinition(name = "Store")
    String store() default "";

    /** Key {@code drop}: folder below which each system has its drop folder; {@code DIR/feeds} when empty. */
    @AttributeDefinition(name = "Drop folder")
    String drop() default "";

    /** Key {@code drop.apply}: whether what is dropped is applied as far as the thresholds let; otherwise it waits for somebody. */
    @AttributeDefinition(name = "Apply what is dropped")
    boolean drop_apply() default true;

    /** Key {@code limit.megabytes}: a larger archive is not taken. */
    @AttributeDefinition(name = "Largest archive in MB", min = "1")
    int limit_megabytes() default 4096;

    /** Key {@code limit.days}: an archive generated more days ago is warned about: more than a school year, as archives come once a year where nobody asks for others. */
    @AttributeDefinition(name = "Oldest archive in days", min = "1")
    int limit_days() default 400;

    /** Key {@code keep.days}: archives, samples and findings are deleted after so many days; they hold personal data. */
    @AttributeDefinition(name = "Days archives are kept", min = "1")
    int keep_days() default 90;

    /** Key {@code hold.school.share}: more leavers of a school's pupils and staff, in percent, hold the archive. */
    @AttributeDefinition(name = "Leavers of a school in percent", min = "0", max = "100")
    double hold_school_share() default 5;

    /** Key {@code hold.region.share}: more leavers of a kind of people of the whole source, in percent, hold the archive. */
    @AttributeDefinition(name = "Leavers of the region in percent", min = "0", max = "100")
    double hold_region_share() default 1;

    /** Key {@code hold.minimum}: fewer leavers never hold it, but for a school that goes altogether. */
    @AttributeDefinition(name = "Leavers that always may go", min = "1")
    int hold_minimum() default 5;

    /**
     * Key {@code hold.days.ahead}: an archive that its sender dated more days after today is held. As wide as {@code limit.days}, so that only what is certainly wrong stops: a date of the future keeps no later
     * archive out.
     */
    @AttributeDefinition(name = "Days an archive may be ahead", min = "1")
    int hold_days_ahead() default 400;

    /** Key {@code samples.schools}: samples are kept for so many schools, those with most leavers first. */
    @AttributeDefinition(name = "Schools with samples", min = "0")
    int samples_schools() default 200;

    /** Key {@code report.mail.to}: comma list of addresses that get a mail when an archive comes to rest; none by default. The mail server stands in {@code org.preau.core.notification.cfg}. */
    @AttributeDefinition(name = "Mail to")
    String report_mail_to() default "";
}
