package org.preau.api.directory;

import java.util.List;

/**
 * Schools that are one platform: those of an RPI (54P).
 *
 * @param structure the RPI
 * @param schools its schools, by name
 * @param classes the classes of all of them, by name
 * @since 1.0
 */
public record Platform(Structure structure, List<Structure> schools, List<SchoolClass> classes) {}
