package org.preau.api.directory.load;

import org.osgi.annotation.versioning.ProviderType;

/** Opens loads. */
@ProviderType
public interface DirectoryLoads {
    /**
     * Opens a load; nothing of the directory changes before {@link DirectoryLoad#apply}. One load applies at a time; several may be staged.
     */
    DirectoryLoad open(LoadSource source);
}
