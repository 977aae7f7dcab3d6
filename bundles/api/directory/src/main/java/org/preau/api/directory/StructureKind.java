package org.preau.api.directory;

/**
 * The kinds of node in the administrative tree.
 *
 * @since 1.0
 */
public enum StructureKind {
    /** Académie; its code is the academy's number: {@code 24}. */
    ACADEMY,
    /** Département; code {@code 77}. */
    DEPARTMENT,
    /** Circonscription of an inspector (IEN); its code is the UAI of the IEN. */
    CIRCONSCRIPTION,
    /** Commune; its code is {@code commune-} and the INSEE code. */
    COMMUNE,
    /** Regroupement pédagogique intercommunal: several schools as one platform (54P). */
    RPI,
    /** A project across schools. */
    PROJECT,
    /** School; its code is its UAI (RNE). */
    SCHOOL
}
