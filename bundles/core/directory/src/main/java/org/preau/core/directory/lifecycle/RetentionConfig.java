package org.preau.core.directory.lifecycle;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long personal data of the directory are kept, {@code org.preau.core.directory.cfg} (74I). */
@ObjectClassDefinition(name = "Directory", description = "How long personal data of the directory are kept")
public @interface RetentionConfig {
    /** Key {@code leaving.days}: an account whose person left can come back as it was for so many days. */
    @AttributeDefinition(name = "Days leaving", min = "0")
    int leaving_days() default 90;

    /** Key {@code archive.days}: then nobody signs in, and the data are kept for so many days before they are erased. */
    @AttributeDefinition(name = "Days archived", min = "0")
    int archive_days() default 275;

    /** Key {@code leaving.days.by.profile}: other periods for some profiles, {@code GUEST=30}. */
    @AttributeDefinition(name = "Days leaving, by profile")
    String[] leaving_days_by_profile() default {"GUEST=30"};

    /** Key {@code archive.days.by.profile}: other periods for some profiles, {@code GUEST=0}. */
    @AttributeDefinition(name = "Days archived, by profile")
    String[] archive_days_by_profile() default {"GUEST=30"};

    /** Key {@code guest.days}: the longest a guest's account lasts. */
    @AttributeDefinition(name = "Days of a guest", min = "1")
    int guest_days() default 92;

    /** Key {@code request.days}: requests that were decided are forgotten after so many days. */
    @AttributeDefinition(name = "Days of decided requests", min = "1")
    int request_days() default 365;

    /** Key {@code notice.days}: administrators are told so many days before accounts are archived or erased. */
    @AttributeDefinition(name = "Days of notice", min = "1")
    int notice_days() default 15;
}
