package org.preau.api.directory.load;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens loads.
 *
 * @since 1.0
 */
@ProviderType
public interface DirectoryLoads {
    /**
     * Opens a load; nothing of the directory changes before {@link DirectoryLoad#apply}. One load applies at a time; several may be staged.
     *
     * @param form how the source's attributes become records
     */
    DirectoryLoad open(LoadSource source, RecordForm form);

    /**
     * Opens a load that brings the source back to what it was before {@code loadId} was applied: that load and every later one of the same feed and academy are undone. What users and other sources made
     * since stays. Reviewed and applied like any other; its own application can be undone too.
     *
     * @param form the form of the feed that made the load
     * @throws org.preau.api.base.PortalException {@code NOT_FOUND} for a load that was never applied, {@code CONFLICT} when what it replaced is no more kept
     */
    DirectoryLoad openUndo(UUID loadId, RecordForm form);
}
