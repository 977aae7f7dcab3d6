package org.preau.api.feed;

/**
 * A school from which more people would leave than the threshold lets.
 *
 * @param code UAI
 * @param name name of the school
 * @param before pupils and staff before
 * @param leaving those who would leave
 * @param accepted whether somebody accepted that
 * @since 1.0
 */
public record HeldSchool(String code, String name, int before, int leaving, boolean accepted) {}
