package org.preau.core.connect;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.Profile;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.directory.FactsOfPeople;
import org.preau.api.directory.PersonFacts;
import org.preau.api.directory.PersonFacts.InClass;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSession.Context;

/** The values of SDET attributes of a user in his context: the one place that says what each name means here. Without the directory those that it knows have no value. Safe on any thread. */
@Component(service = DirectoryAttributes.class, configurationPid = "org.preau.core.connect")
public final class DirectoryAttributes {
    /** As the AAF writes dates. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** The context of somebody of a commune or an academy has a code that is none. */
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable FactsOfPeople people;

    private final String ent;

    /** Answers as configured. */
    @Activate
    public DirectoryAttributes(ConnectConfig config) {
        ent = config.ent_id().strip();
    }

    /** What the directory knows of the session's person. */
    Optional<PersonFacts> factsOf(PortalSession session) {
        FactsOfPeople there = people;
        return there == null ? Optional.empty() : there.of(session.personId());
    }

    /** The values of an attribute; none for a name that the portal does not know. */
    List<String> values(PortalSession session, Optional<PersonFacts> person, String sdetName) {
        return SdetAttribute.named(sdetName).map(known -> of(known, session, person)).stream()
                .flatMap(List::stream)
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The values of several attributes, for a page; reads the directory once. */
    public Map<String, List<String>> values(PortalSession session, Collection<String> sdetNames) {
        Optional<PersonFacts> person = factsOf(session);
        return sdetNames.stream()
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> values(session, person, name)));
    }

    private List<String> of(SdetAttribute attribute, PortalSession session, Optional<PersonFacts> person) {
        Context context = session.context();
        return switch (attribute) {
            case ENT -> List.of(ent);
            case PROFILE -> List.of(context.profile().sdetCode());
            case UAI -> UAI.matcher(context.uai()).matches() ? List.of(context.uai()) : List.of();
            case SCHOOL_NAME -> List.of(context.structureName());
            case LOGIN -> List.of(session.login());
            case LAST_NAME -> person.map(PersonFacts::lastName).stream().toList();
            case FIRST_NAME -> person.map(PersonFacts::firstName).stream().toList();
            case BIRTH_NAME -> person.map(PersonFacts::birthName).stream().toList();
            case DISPLAY_NAME ->
                person.map(facts -> facts.firstName() + " " + facts.lastName()).stream()
                        .toList();
            case TITLE -> person.map(PersonFacts::title).stream().toList();
            case MAIL -> person.map(PersonFacts::email).stream().toList();
            case BIRTH_DATE ->
                person.map(DirectoryAttributes::birthDate).stream().toList();
            case LEVEL ->
                context.profile() == Profile.STUDENT
                        ? person.map(PersonFacts::level).stream().toList()
                        : List.of();
            case CLASSES -> classes(person, context, in -> in.profile() == Profile.STUDENT && !in.group());
            case GROUPS -> classes(person, context, in -> in.profile() == Profile.STUDENT && in.group());
            case TAUGHT_CLASSES -> classes(person, context, in -> in.profile() != Profile.STUDENT && !in.group());
        };
    }

    private static String birthDate(PersonFacts facts) {
        LocalDate date = facts.birthDate();
        return date == null ? "" : DATE.format(date);
    }

    private static List<String> classes(Optional<PersonFacts> person, Context context, Predicate<InClass> wanted) {
        return person.stream()
                .flatMap(facts -> facts.classes().stream())
                .filter(in -> in.structureId().equals(context.structureId()))
                .filter(wanted)
                .map(in -> context.uai() + "$" + in.name())
                .distinct()
                .toList();
    }
}
