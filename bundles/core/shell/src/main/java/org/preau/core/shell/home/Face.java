package org.preau.core.shell.home;

import org.preau.api.base.Profile;

/** The four faces of the home page. */
enum Face {
    /** A child who may not read yet: at most three things for today, then big tiles. */
    PUPIL,
    /** A parent on a phone: the children, then what waits. */
    GUARDIAN,
    /** A teacher, and whoever works in a school: classes, quick actions, what came in. */
    TEACHER,
    /** Who runs or supervises schools: how things stand first. */
    ADMINISTRATOR;

    static Face of(Profile profile) {
        return switch (profile) {
            case STUDENT -> PUPIL;
            case GUARDIAN -> GUARDIAN;
            case TEACHER, STAFF, GUEST -> TEACHER;
            case HEAD, INSPECTOR, ADVISER, TERRITORY, ACADEMY -> ADMINISTRATOR;
        };
    }
}
