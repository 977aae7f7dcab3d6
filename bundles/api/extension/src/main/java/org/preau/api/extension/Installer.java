package org.preau.api.extension;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.LocalizedText;

/**
 * Puts jars into the running portal and takes them out, whoever asks: it knows neither people nor grants. Applications and pages use {@link Extensions}. What is installed lies in
 * {@code DIR/deploy}, which stays the truth: a jar installed here is a file there. Calls take turns; each returns when the framework has done it, so never on a thread that holds a page.
 *
 * @since 1.0
 */
@ProviderType
public interface Installer {
    /** The extensions, those of the distribution too, by id. */
    List<InstalledJar> installed();

    /** Files of {@code DIR/deploy} that do not serve, with the reason. */
    Map<String, LocalizedText> refused();

    /** Looks at a jar; changes nothing. */
    Candidate examine(Path jar, ExtensionSource source);

    /**
     * Installs a jar or puts it in the place of the one of that symbolic name. When its components do not become ready in time, the version before comes back. No other bundle is touched.
     *
     * @throws org.preau.api.base.PortalException {@code INVALID_INPUT} when it may not be installed, {@code CONFLICT} when it was tried and taken back; the message says why
     */
    InstalledJar install(Path jar, ExtensionSource source);

    /**
     * Takes an extension away, or back to the version of the distribution; its data stay.
     *
     * @throws org.preau.api.base.PortalException {@code NOT_FOUND} when no file in {@code DIR/deploy} brings it
     */
    void remove(String id);

    /**
     * Brings back what {@link #remove} took away last.
     *
     * @throws org.preau.api.base.PortalException {@code NOT_FOUND} when nothing is kept of it
     */
    InstalledJar restore(String id);

    /** Deletes what is kept for {@link #restore}. */
    void forget(String id);
}
