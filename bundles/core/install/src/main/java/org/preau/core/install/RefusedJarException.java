package org.preau.core.install;

import java.util.Locale;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalException;

/** A jar may not be deployed, or was tried and taken back. */
final class RefusedJarException extends PortalException {
    private static final long serialVersionUID = 1L;

    private final transient LocalizedText why;

    RefusedJarException(ErrorCode code, LocalizedText why) {
        super(code, why.en(), null);
        this.why = why;
    }

    /** The reason. */
    LocalizedText why() {
        return why;
    }

    @Override
    public String userMessage(Locale locale) {
        return why.in(locale);
    }
}
