package org.preau.api.directory.load;

/**
 * What a load changes, in people (pupils, guardians, staff) and structures.
 *
 * @param created people who come
 * @param changed people whose data or affiliations change
 * @param unchanged people who stay as they are
 * @param departures people of this source who are no more in it
 * @param departedStructures schools of this source that are no more in it
 * @param structures schools created or changed
 */
public record LoadDifference(
        int created, int changed, int unchanged, int departures, int departedStructures, int structures) {
    /** Whether the load would remove anybody or any school already there. */
    public boolean removes() {
        return departures > 0 || departedStructures > 0;
    }
}
