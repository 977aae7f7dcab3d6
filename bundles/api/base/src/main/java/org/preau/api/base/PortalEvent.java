package org.preau.api.base;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that happened and was committed. Implemented by records of identifiers, strings, enums, booleans, numbers and instants only, and lists of these: an event
 * crosses nodes as JSON.
 *
 * @since 1.0
 */
@ConsumerType
public interface PortalEvent {}
