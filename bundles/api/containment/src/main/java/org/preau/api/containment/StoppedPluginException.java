package org.preau.api.containment;

import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;

/**
 * A plugin is not called because it is stopped for a while, or was given up because it did not answer. Shown to users as "Cette application est arrêtée un moment…".
 *
 * @since 1.0
 */
public final class StoppedPluginException extends PortalException {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(StoppedPluginException.class);

    private final String plugin;
    private final Why why;

    /** Why there is no answer. */
    public enum Why {
        /** It is in quarantine. */
        STOPPED,
        /** As many calls as are allowed run already. */
        BUSY,
        /** It did not answer in time. */
        SLOW
    }

    /**
     * No answer of that plugin.
     *
     * @param plugin symbolic name of its bundle
     */
    public StoppedPluginException(String plugin, Why why) {
        super(ErrorCode.UNAVAILABLE, TEXTS, why.name());
        this.plugin = plugin;
        this.why = why;
    }

    /** Symbolic name of its bundle. */
    public String plugin() {
        return plugin;
    }

    /** Why there is no answer. */
    public Why why() {
        return why;
    }
}
