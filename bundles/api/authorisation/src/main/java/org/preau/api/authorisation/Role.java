package org.preau.api.authorisation;

/**
 * What an administrator's grant allows (chapter 6 of the tender, 6A).
 *
 * @since 1.0
 */
public enum Role {
    /** Administrator of the perimeter: everything the tender calls ADM. */
    ADM,
    /** Local administrator: head or designated teacher. */
    ADML,
    /** Administrator of a collectivity: its own services only. */
    ADMC
}
