package org.preau.core.admin.view;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.core.admin.toggle.ToggleRule;

/** Where a user may switch applications: his classes, his school, the schools of his perimeter; only what authorisation allows. */
@Component(service = Places.class)
public final class Places {
    private final Directory directory;
    private final Structures structures;
    private final Authorisation authorisation;

    /** Made by the portal. */
    @Activate
    public Places(
            @Reference Directory directory, @Reference Structures structures, @Reference Authorisation authorisation) {
        this.directory = directory;
        this.structures = structures;
        this.authorisation = authorisation;
    }

    /** Whether there is any. */
    public boolean any(UserContext user) {
        return !own(user).isEmpty()
                || !authorisation.perimeterOf(user.subject(), ToggleRule.SET).isEmpty();
    }

    /** The school of the user's context with its classes, as far as he may; then the tops of his perimeter. */
    List<Place> own(UserContext user) {
        Map<Scope, Place> places = new LinkedHashMap<>();
        Scope school = Scope.structure(user.session().context().structureId());
        place(user, school).ifPresent(place -> {
            places.put(school, place);
            classesOf(user, school.id()).forEach(each -> places.put(each.scope(), each));
        });
        for (Membership membership : directory.scopesOf(user.session().personId())) {
            if (membership.scope().kind() == Scope.Kind.CLASS
                    && membership.structureId().equals(school.id())) {
                place(user, membership.scope()).ifPresent(place -> places.putIfAbsent(place.scope(), place));
            }
        }
        for (UUID top : authorisation.perimeterOf(user.subject(), ToggleRule.SET)) {
            place(user, Scope.structure(top)).ifPresent(place -> places.putIfAbsent(place.scope(), place));
        }
        return List.copyOf(places.values());
    }

    /** The schools of the user's perimeter whose name, city or code holds the words; read from the tree in memory. */
    Page<Place> schools(UserContext user, String words, PageRequest page) {
        String wanted = folded(words);
        Map<UUID, Place> found = new LinkedHashMap<>();
        for (UUID top : authorisation.perimeterOf(user.subject(), ToggleRule.SET)) {
            PageRequest next = PageRequest.first(PageRequest.MAX);
            Page<Structure> part = structures.schoolsBelow(top, next);
            while (!part.items().isEmpty()) {
                for (Structure school : part.items()) {
                    if (folded(school.name() + " " + school.city() + " " + school.code())
                            .contains(wanted)) {
                        found.put(school.id(), new Place(Scope.structure(school.id()), school.name(), school.city()));
                    }
                }
                next = new PageRequest(next.offset() + PageRequest.MAX, PageRequest.MAX);
                part = structures.schoolsBelow(top, next);
            }
        }
        List<Place> all = new ArrayList<>(found.values());
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    /** The place, if the user may switch things there. */
    Optional<Place> place(UserContext user, Scope scope) {
        if (!authorisation.allows(user.subject(), ToggleRule.SET, scope)) {
            return Optional.empty();
        }
        return switch (scope.kind()) {
            case STRUCTURE -> structures.byId(scope.id()).map(each -> new Place(scope, each.name(), each.city()));
            case CLASS -> directory.schoolClass(scope.id()).map(each -> new Place(scope, each.name(), schoolOf(each)));
            case GROUP -> Optional.empty();
        };
    }

    /** The classes of a school where the user may switch things. */
    List<Place> classesOf(UserContext user, UUID structureId) {
        return directory.classesOf(structureId).stream()
                .map(each -> new Place(Scope.schoolClass(each.id()), each.name(), schoolOf(each)))
                .filter(place -> authorisation.allows(user.subject(), ToggleRule.SET, place.scope()))
                .toList();
    }

    /** The structure that a scope lies in. */
    Optional<UUID> structureOf(Scope scope) {
        return scope.kind() == Scope.Kind.CLASS
                ? directory.schoolClass(scope.id()).map(SchoolClass::structureId)
                : Optional.of(scope.id());
    }

    private String schoolOf(SchoolClass schoolClass) {
        return structures.byId(schoolClass.structureId()).map(Structure::name).orElse("");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
