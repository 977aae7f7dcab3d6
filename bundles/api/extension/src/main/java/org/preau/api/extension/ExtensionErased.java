package org.preau.api.extension;

import java.util.List;
import org.preau.api.base.PortalEvent;

/**
 * The data of an extension that is gone were erased: whoever keeps something about its applications erases that too.
 *
 * @param extensionId symbolic name
 * @param apps ids of the applications that it brought
 * @since 1.0
 */
public record ExtensionErased(String extensionId, List<String> apps) implements PortalEvent {}
