package org.preau.core.event;

/**
 * An event as it is kept.
 *
 * @param id its number
 * @param type name of its class
 * @param body its components as JSON
 */
record StoredEvent(long id, String type, String body) {}
