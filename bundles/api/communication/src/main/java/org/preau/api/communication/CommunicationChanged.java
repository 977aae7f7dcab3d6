package org.preau.api.communication;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/**
 * Rules or exceptions changed: who may write to whom is to be asked again.
 *
 * @param structureId the structure where they changed; it holds below it too
 * @since 1.0
 */
public record CommunicationChanged(UUID structureId) implements PortalEvent {}
