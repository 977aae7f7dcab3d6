package org.preau.core.security;

import org.preau.api.base.PortalEvent;

/**
 * A counter was closed or opened.
 *
 * @param counter which
 */
public record CountersSwitched(String counter) implements PortalEvent {}
