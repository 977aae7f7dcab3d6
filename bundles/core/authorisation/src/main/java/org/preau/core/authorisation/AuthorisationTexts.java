package org.preau.core.authorisation;

import org.preau.api.base.Texts;

/** Anchor of this bundle's texts. */
final class AuthorisationTexts {
    static final Texts TEXTS = Texts.of(AuthorisationTexts.class);

    private AuthorisationTexts() {}
}
