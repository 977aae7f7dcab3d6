package org.example.notes;

import java.time.Instant;
import java.util.UUID;

/**
 * A note on the wall of a school.
 *
 * @param fileName name of the attached file; empty without one
 */
record Note(UUID id, UUID schoolId, String author, String text, Instant writtenAt, String fileName) {}
