package org.preau.feeds.aaf;

import org.preau.api.directory.load.FeedRecord;

/** Turns records of one degree into records of the directory. What is wrong with a value is told and the value left out; the same attributes always give the same record. */
interface DegreeForm {
    /** Name of the attribute that holds a school's UAI. */
    String uaiAttribute(RawRecord record);

    /** A school. */
    FeedRecord school(RawRecord record);

    /** A pupil. */
    FeedRecord pupil(RawRecord record);

    /** A guardian. */
    FeedRecord guardian(RawRecord record);

    /** A member of the personnel. */
    FeedRecord staff(RawRecord record);

    /** Only tells what is wrong with the attributes that a change names. */
    void verify(RawRecord change);

    /** The record, by its kind; kinds that are not loaded have none. */
    default FeedRecord record(RawRecord record) {
        return switch (record.kind()) {
            case SCHOOL -> school(record);
            case PUPIL -> pupil(record);
            case GUARDIAN -> guardian(record);
            case STAFF -> staff(record);
            case FORMATION, SUBJECT -> throw new IllegalArgumentException(record.kind() + " is not loaded");
        };
    }
}
