package org.preau.core.admin.console.place;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Groups;
import org.preau.api.directory.Platforms;
import org.preau.api.directory.StructureEditor;
import org.preau.api.directory.Structures;
import org.preau.api.directory.identity.People;
import org.preau.core.admin.console.Perimeters;

/** What the screens about structures work with. */
@Component(service = PlaceDesk.class)
public final class PlaceDesk {
    final Structures structures;
    final StructureEditor editor;
    final Groups groups;
    final Platforms platforms;
    final Directory directory;
    final People people;
    final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public PlaceDesk(
            @Reference Structures structures,
            @Reference StructureEditor editor,
            @Reference Groups groups,
            @Reference Platforms platforms,
            @Reference Directory directory,
            @Reference People people,
            @Reference Perimeters perimeters) {
        this.structures = structures;
        this.editor = editor;
        this.groups = groups;
        this.platforms = platforms;
        this.directory = directory;
        this.people = people;
        this.perimeters = perimeters;
    }
}
