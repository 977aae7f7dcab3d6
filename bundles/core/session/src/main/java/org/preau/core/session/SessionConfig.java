package org.preau.core.session;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of portal sessions, {@code org.preau.core.session.cfg}. */
@ObjectClassDefinition(name = "Portal sessions", description = "How long a signed-in session lives, and the charter")
public @interface SessionConfig {
    /** Key {@code idle.minutes}: a session without an act of its user ends after so many minutes. */
    @AttributeDefinition(name = "Idle minutes", min = "1", max = "1440")
    int idle_minutes() default 30;

    /** Key {@code absolute.hours}: a session ends so many hours after sign-in, whatever its user does. */
    @AttributeDefinition(name = "Absolute hours", min = "1", max = "168")
    int absolute_hours() default 12;

    /**
     * Key {@code charter.version}: version of the charter in force. Raise it with the text in {@code DIR/etc/charter_fr.html}: everybody is asked again.
     */
    @AttributeDefinition(name = "Version of the charter")
    String charter_version() default "1";

    /** Key {@code resume.at}: when an interruption ends, {@code 2026-11-22T18:00} in local time, shown on the sign-in page while it lasts; empty when unknown. */
    @AttributeDefinition(name = "Service resumes at")
    String resume_at() default "";

    /** Key {@code cached.sessions}: how many sessions a node keeps in memory; counts from the next start on. */
    @AttributeDefinition(name = "Cached sessions", min = "100")
    int cached_sessions() default 50_000;

    /** Key {@code keep.days}: ended sessions are forgotten after so many days. */
    @AttributeDefinition(name = "Days ended sessions are kept", min = "1")
    int keep_days() default 30;
}
