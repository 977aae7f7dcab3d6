package org.preau.core.persistence;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The scripts of one unit as Flyway sees them. Flyway's own search knows no bundles, and on a flat class path it would mix the scripts of all. */
final class UnitScripts implements ResourceProvider {
    private final List<Script> scripts;

    UnitScripts(List<Script> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.path().equals(name))
                .findFirst()
                .map(ScriptResource::new)
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        List<LoadableResource> found = new ArrayList<>();
        for (Script script : scripts) {
            if (script.fileName().startsWith(prefix)
                    && List.of(suffixes).stream().anyMatch(script.fileName()::endsWith)) {
                found.add(new ScriptResource(script));
            }
        }
        return found;
    }

    private static final class ScriptResource extends LoadableResource {
        private final Script script;

        ScriptResource(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(script.content().openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(script.path(), e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return script.path();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.path();
        }

        @Override
        public String getFilename() {
            return script.fileName();
        }

        @Override
        public String getRelativePath() {
            return script.path();
        }
    }
}
