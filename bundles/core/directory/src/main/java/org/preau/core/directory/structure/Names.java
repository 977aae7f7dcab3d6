package org.preau.core.directory.structure;

import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;

/** Checks names that administrators type. */
final class Names {
    private static final int LONGEST = 120;

    private Names() {}

    static String checked(String written, Texts texts) {
        String name = written.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new PortalException(ErrorCode.INVALID_INPUT, texts, "name.length", LONGEST);
        }
        return name;
    }
}
