package org.preau.core.connect;

/** Settings of {@code org.preau.core.connect.cfg}. */
public @interface ConnectConfig {
    /** {@code ent.id}: the identifier of this portal among ENTs, given to services as {@code idENT}; empty gives none. */
    String ent_id() default "";
}
