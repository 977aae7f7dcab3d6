package org.preau.api.connector;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by a bundle that brings a connector; the other way to bring one is a file {@code org.preau.connector~<id>.cfg}.
 *
 * <pre>{@code
 * @Component
 * public final class QuizConnector implements ConnectorDeclaration {
 *     public Connector connector() {
 *         return new Connector("quiz", new LocalizedText("Quiz", "Quiz"), 3, "cas", URI.create("https://quiz.example/login"),
 *                 List.of(ServicePattern.parse("https://quiz.example/")), Optional.empty(), Set.of(Profile.STUDENT, Profile.TEACHER), Set.of("*"));
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface ConnectorDeclaration {
    /** The connector; constant as long as the service is registered. */
    Connector connector();
}
