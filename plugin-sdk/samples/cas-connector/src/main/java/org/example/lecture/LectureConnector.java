package org.example.lecture;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.api.connector.ServicePattern;

/** A service reached by CAS with an account that is anonymous to it (category 3): an opaque identifier, the profile and the school leave, nothing else. */
@Component
public final class LectureConnector implements ConnectorDeclaration {
    @Override
    public Connector connector() {
        return new Connector(
                "lecture",
                new LocalizedText("Lecture suivie", "Reading together"),
                3,
                "cas",
                URI.create("https://lecture.example/start"),
                List.of(ServicePattern.parse("https://lecture.example/app/*")),
                Optional.of(URI.create("https://lecture.example/app/logout")),
                Set.of(Profile.STUDENT, Profile.TEACHER),
                Set.of("*"),
                Map.of("offered.by", "Example"));
    }
}
