package org.preau.apps.news.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.demo.DemoContent;
import org.preau.api.demo.DemoWorld;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.apps.news.article.Author;
import org.preau.apps.news.article.Manuscript;
import org.preau.apps.news.article.Newsroom;

/** News of the demonstration schools: two of each school by its head, one of each class by its teacher. */
@Component
public final class NewsDemo implements DemoContent {
    private final Newsroom newsroom;
    private final Directory directory;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public NewsDemo(@Reference Newsroom newsroom, @Reference Directory directory, @Reference Clock clock) {
        this.newsroom = newsroom;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Newsroom.APP;
    }

    @Override
    public void fill(DemoWorld world) {
        List<DemoText> ofSchools = DemoText.read("school");
        List<DemoText> ofClasses = DemoText.read("class");
        int schoolText = 0;
        int classText = 0;
        for (DemoWorld.School school : world.schools()) {
            Scope whole = Scope.structure(school.structureId());
            write(school.head(), whole, ofSchools.get(schoolText++ % ofSchools.size()), true, 6);
            write(school.head(), whole, ofSchools.get(schoolText++ % ofSchools.size()), false, 2);
            for (DemoWorld.SchoolClass each : school.classes()) {
                int age = 1 + classText % 9;
                DemoText text = ofClasses.get(classText++ % ofClasses.size());
                write(each.teacher(), Scope.schoolClass(each.id()), text, false, age);
            }
        }
    }

    private void write(Subject author, Scope scope, DemoText text, boolean pinned, int daysAgo) {
        Instant appeared = clock.instant().minus(Duration.ofDays(daysAgo));
        String name = directory
                .person(Subject.SYSTEM, Objects.requireNonNull(author.personId()))
                .map(PersonView::displayName)
                .orElse("");
        newsroom.takeOver(
                new Author(author, name),
                new Manuscript(text.title(), text.body(), scope, pinned, false, null, null),
                appeared);
    }
}
