package org.preau.api.extension;

/**
 * What an extension takes, counted in the running portal at that moment. The heap counts the instances of its own classes, without what they refer to: strings, lists and
 * components of the portal that it fills are not in it.
 *
 * @param classes its classes that have instances
 * @param instances how many instances, garbage that was not collected yet included
 * @param heapBytes their own size together
 * @param dataBytes its schemas in the database with their indexes
 * @since 1.0
 */
public record Footprint(int classes, long instances, long heapBytes, long dataBytes) {}
