package org.preau.core.directory.structure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.Platform;
import org.preau.api.directory.Platforms;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Structure;
import org.preau.core.directory.SqlDirectory;
import org.preau.core.directory.SqlStructures;

/** Platforms from the tree in memory; their classes from PostgreSQL. Safe on any thread. */
@Component
public final class SqlPlatforms implements Platforms {
    private final SqlStructures structures;
    private final SqlDirectory directory;

    /** Takes its services. */
    @Activate
    public SqlPlatforms(@Reference SqlStructures structures, @Reference SqlDirectory directory) {
        this.structures = structures;
        this.directory = directory;
    }

    @Override
    public Optional<Platform> of(UUID schoolId) {
        return structures.platformOf(schoolId).map(this::platform);
    }

    private Platform platform(Structure rpi) {
        List<Structure> schools = structures
                .schoolsBelow(rpi.id(), PageRequest.first(PageRequest.MAX))
                .items();
        List<SchoolClass> classes =
                directory.classesOf(schools.stream().map(Structure::id).toList());
        return new Platform(rpi, schools, classes);
    }
}
