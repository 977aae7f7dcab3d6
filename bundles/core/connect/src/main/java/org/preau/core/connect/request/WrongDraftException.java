package org.preau.core.connect.request;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorFinding;

/** A connector that could not serve as it was filled in; tells all that is wrong, in the reader's language. */
final class WrongDraftException extends PortalException {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "error.values";

    private final transient Texts texts;
    private final transient List<ConnectorFinding> findings;

    WrongDraftException(Texts texts, List<ConnectorFinding> findings) {
        super(ErrorCode.INVALID_INPUT, texts, KEY, joined(findings, Locale.ENGLISH));
        this.texts = texts;
        this.findings = findings;
    }

    @Override
    public String userMessage(Locale locale) {
        return texts.text(locale, KEY, joined(findings, locale));
    }

    private static String joined(List<ConnectorFinding> findings, Locale locale) {
        return findings.stream().map(finding -> finding.message(locale)).collect(Collectors.joining("; "));
    }
}
