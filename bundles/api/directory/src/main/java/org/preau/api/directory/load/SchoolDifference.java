package org.preau.api.directory.load;

/**
 * What a load changes in one school, for one kind of record.
 *
 * @param code UAI
 * @param name name of the school
 * @param kind pupils, guardians or staff; {@code SCHOOL} for the school itself
 * @param figures how many; {@code moved} are those who come from or go to another school
 * @since 1.0
 */
public record SchoolDifference(String code, String name, RecordKind kind, LoadDifference.Figures figures) {}
