package org.preau.api.extension;

import org.preau.api.base.PortalEvent;

/**
 * Something became of an extension on some node.
 *
 * @param extensionId symbolic name
 * @since 1.0
 */
public record ExtensionsChanged(String extensionId) implements PortalEvent {}
