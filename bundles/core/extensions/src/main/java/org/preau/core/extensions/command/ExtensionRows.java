package org.preau.core.extensions.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.preau.api.base.LocalizedText;
import org.preau.api.extension.Extension;
import org.preau.api.extension.InstalledJar;

/** What the commands print of an extension, in English. */
final class ExtensionRows {
    private ExtensionRows() {}

    /** Names and values, in the order to show them. */
    static Map<String, Object> of(Extension one) {
        InstalledJar jar = one.jar();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", jar.id());
        row.put("version", jar.version());
        row.put("name", jar.name());
        row.put("provider", jar.provider());
        row.put("state", jar.state());
        row.put("waits", jar.waits().stream().map(LocalizedText::en).toList());
        row.put("signature", jar.signature().state());
        row.put("signer", jar.signature().signer());
        row.put("source", one.source());
        row.put("since", one.since() == null ? "" : String.valueOf(one.since()));
        row.put("file", jar.file());
        row.put("sha256", jar.sha256());
        row.put("size", jar.size());
        row.put("contributes", one.contributes());
        row.put("imports", List.copyOf(new TreeSet<>(jar.imports())));
        row.put("errors", one.errors());
        return row;
    }
}
