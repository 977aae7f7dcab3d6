package org.preau.api.app;

import java.util.List;
import org.preau.api.base.PortalEvent;
import org.preau.api.directory.Scope;

/**
 * Published by an application when what it contributes has changed for the people of some scopes: open home pages ask again, by push.
 *
 * @param appId the application
 * @param scopes for whom
 * @since 1.0
 */
public record ContributionsChanged(String appId, List<Scope> scopes) implements PortalEvent {}
