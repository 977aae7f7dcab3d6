package org.preau.signin.local.credential;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the local counter, {@code org.preau.signin.local.cfg}. */
@ObjectClassDefinition(
        name = "Local sign-in",
        description = "Who may sign in with a local account, and how it is guarded")
public @interface LocalConfig {
    /**
     * Key {@code profiles}: who may use a local account, comma list of profiles, or {@code *} for everyone (demonstration, training). When it is not written: everyone, until both counters of the
     * State, ÉduConnect and agents, are configured; then {@code INSPECTOR,ADVISER,TERRITORY,GUEST,ACADEMY} (322C).
     */
    @AttributeDefinition(name = "Profiles", required = false)
    String profiles() default "";

    /** Key {@code password.length}: an adult's password has at least so many characters. */
    @AttributeDefinition(name = "Shortest password", min = "8", max = "64")
    int password_length() default 12;

    /**
     * Key {@code second.factor}: {@code required} of everybody who holds an administrator's grant (611D), or {@code optional}. Pupils never have one; whoever has added one is always asked for it.
     */
    @AttributeDefinition(name = "Second factor of administrators")
    String second_factor() default "required";

    /** Key {@code argon2.memory.kib}: memory of one hash; at least 19456 (OWASP). */
    @AttributeDefinition(name = "Argon2 memory (KiB)", min = "19456")
    int argon2_memory_kib() default 19_456;

    /** Key {@code argon2.iterations}: passes of one hash; at least 2 (OWASP). */
    @AttributeDefinition(name = "Argon2 iterations", min = "2")
    int argon2_iterations() default 2;

    /** Key {@code at.once}: so many hashes are computed at a time on a node, the others wait. */
    @AttributeDefinition(name = "Hashes at once", min = "1")
    int at_once() default 4;

    /** Key {@code wait.seconds}: who waited so long for a hash is asked to try again. */
    @AttributeDefinition(name = "Longest wait (s)", min = "0")
    int wait_seconds() default 5;

    /** Key {@code free.failures}: so many failures of one login cost nothing; each further one doubles the time before the next attempt counts. */
    @AttributeDefinition(name = "Free failures of a login", min = "1")
    int free_failures() default 5;

    /** Key {@code address.failures}: failures allowed to one client address in ten minutes; a whole school may share one. */
    @AttributeDefinition(name = "Failures of an address", min = "1")
    int address_failures() default 200;
}
