package org.preau.core.personaldata;

import java.io.IOException;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserFile;
import org.preau.api.base.LocalizedText;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;

/**
 * What an application keeps, by its own methods.
 *
 * @param application the application
 */
record ApplicationData(PortalApplication application) implements PersonalData {
    /** Apart from the names of other parts. */
    static final String PREFIX = "app-";

    @Override
    public String id() {
        return idOf(application.descriptor().id());
    }

    static String idOf(String application) {
        return PREFIX + application;
    }

    @Override
    public LocalizedText name() {
        return application.descriptor().name();
    }

    @Override
    public void export(DataSubject who, PersonalArchive archive) throws IOException {
        for (UserFile file : application.export(who.personId())) {
            archive.file(file.name()).write(file.content());
        }
    }

    @Override
    public int erase(DataSubject who) {
        application.erase(who.personId());
        return 0;
    }
}
