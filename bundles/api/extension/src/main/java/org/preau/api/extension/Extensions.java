package org.preau.api.extension;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;

/**
 * Extensions as administrators see and change them: what is installed beside the portal's core. Everything asks for the action {@value #MANAGE} over all academies of the portal (an extension serves
 * them all), and every change is audited. Calls that install or remove return when it is done, after seconds at most: never on a page's thread.
 *
 * <p>Failures are {@link org.preau.api.base.PortalException}: {@code FORBIDDEN}, {@code NOT_FOUND}, {@code INVALID_INPUT}, {@code CONFLICT}.
 *
 * @since 1.0
 */
@ProviderType
public interface Extensions {
    /** The action of seeing and changing extensions. */
    String MANAGE = "extension.manage";

    /** Whether the subject may; for pages that offer it. */
    boolean allows(Subject by);

    /** All of them, by name: those installed, then those of the distribution. */
    List<Extension> list(Subject by);

    /** One. */
    Optional<Extension> one(Subject by, String id);

    /** Files of {@code DIR/deploy} that do not serve, with the reason. */
    Map<String, LocalizedText> refused(Subject by);

    /** Looks at a jar that somebody uploaded; changes nothing. */
    Candidate examine(Subject by, Path jar);

    /** Installs or updates by a jar that somebody uploaded; see {@link Installer#install}. */
    Extension install(Subject by, Path jar);

    /** What the operator's catalogue offers; empty without the file {@code etc/extensions.json}. */
    List<CatalogueEntry> catalogue(Subject by);

    /** Fetches a jar of the catalogue, checks that it is the one it names, and installs it. */
    Extension installFromCatalogue(Subject by, String id);

    /** Takes one away; its data stay. */
    void remove(Subject by, String id);

    /** Brings back what was taken away last under that id. */
    Extension restore(Subject by, String id);

    /** What extensions that are gone left behind. */
    List<KeptData> kept(Subject by);

    /**
     * Erases what an extension that is gone left behind: its schemas, its settings, the choices that people made about its applications. Cannot be undone.
     *
     * @throws org.preau.api.base.PortalException {@code CONFLICT} while it is installed
     */
    void erase(Subject by, String id);

    /** What became of one extension, or of all (empty id), the latest first. */
    Page<PastAct> history(Subject by, String id, PageRequest page);

    /** Counts what it takes now; takes a moment, during which the portal stands still for a fraction of a second. */
    Footprint measure(Subject by, String id);
}
