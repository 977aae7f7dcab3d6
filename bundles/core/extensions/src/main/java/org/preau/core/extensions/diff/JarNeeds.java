package org.preau.core.extensions.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.objectweb.asm.Type;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Compares what a jar was built against with what this portal has: the packages it imports, the classes and members of them that its code names. */
final class JarNeeds {
    private final PortalApi portal;
    private final Predicate<String> ours;

    /**
     * Compares with this portal.
     *
     * @param ours which packages are looked at
     */
    JarNeeds(PortalApi portal, Predicate<String> ours) {
        this.portal = portal;
        this.ours = ours;
    }

    /** The lines: every package, then what is missing of classes and members. */
    List<Line> of(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String header = manifest == null ? "" : manifest.getMainAttributes().getValue("Import-Package");
            Map<String, String> imports = ImportHeader.read(header);
            List<Line> lines = new ArrayList<>();
            imports.forEach((name, range) -> {
                if (ours.test(name)) {
                    lines.add(line(name, range));
                }
            });
            ApiUse use = new ApiUse(name -> {
                String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
                return imports.containsKey(owner) && ours.test(owner);
            });
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                    use.read(file.getInputStream(entry).readAllBytes());
                }
            }
            use.classes().forEach((name, members) -> compare(name, members, lines));
            return lines;
        }
    }

    private Line line(String name, String range) {
        Set<String> here = portal.versions(name);
        VersionRange wanted = new VersionRange(range);
        boolean fits = here.stream().anyMatch(each -> wanted.includes(Version.parseVersion(each)));
        return new Line("package", name, range, String.join(", ", here), fits);
    }

    private void compare(String name, Set<ApiUse.Member> members, List<Line> lines) {
        Class<?> found = portal.find(name);
        if (found == null) {
            lines.add(new Line("class", name, "used", "", false));
            return;
        }
        for (ApiUse.Member member : members) {
            if (!PortalApi.has(found, member)) {
                lines.add(
                        new Line(member.isMethod() ? "method" : "field", name + "." + said(member), "used", "", false));
            }
        }
    }

    private static String said(ApiUse.Member member) {
        if (!member.isMethod()) {
            return member.name();
        }
        List<String> types = new ArrayList<>();
        for (Type each : Type.getArgumentTypes(member.descriptor())) {
            types.add(each.getClassName().substring(each.getClassName().lastIndexOf('.') + 1));
        }
        return member.name() + "(" + String.join(", ", types) + ")";
    }
}
