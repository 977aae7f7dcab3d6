package org.preau.core.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession.Context;

/**
 * A context as it is kept: without names.
 *
 * @param profile as what
 * @param structureId where
 * @param childId which child, for a guardian; null for all
 */
record Choice(Profile profile, UUID structureId, @Nullable UUID childId) {
    static Choice of(Context context) {
        return new Choice(context.profile(), context.structureId(), context.childId());
    }
}
