package org.preau.api.directory.lifecycle;

import org.preau.api.base.PortalEvent;

/**
 * Accounts are about to be archived or erased: told once a day, some days ahead (612A). {@link Lifecycle#departures} lists them.
 *
 * @param archived how many will be archived within the notice
 * @param erased how many will be erased within the notice
 * @param within days of the notice
 * @since 1.0
 */
public record DeparturesAhead(int archived, int erased, int within) implements PortalEvent {}
