package org.preau.api.directory;

/**
 * That a structure lies below another.
 *
 * @param parent the upper one
 * @param child the lower one
 * @param byHand whether an administrator attached it: only he detaches it, no feed does; what a feed attached is not detached by hand
 * @since 1.0
 */
public record StructureLink(Structure parent, Structure child, boolean byHand) {}
