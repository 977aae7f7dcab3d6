package org.preau.core.install;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.preau.api.base.LocalizedText;

/** Says in words what a bundle needs and this portal has not, or has in another version only. */
final class MissingWords {
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final BundleContext context;

    MissingWords(BundleContext context) {
        this.context = context;
    }

    /** The words for a requirement that nobody fulfils. */
    LocalizedText of(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        Matcher name = PACKAGE.matcher(filter);
        if (!requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE) || !name.find()) {
            return Words.say("missing.other", requirement.getNamespace(), filter);
        }
        List<Version> here = versions(name.group(1));
        if (here.isEmpty()) {
            return Words.say("missing.package", name.group(1));
        }
        String has = here.stream().map(Version::toString).collect(Collectors.joining(", "));
        Version from = version(FROM.matcher(filter.replaceAll(BELOW.pattern(), "")));
        Version below = version(BELOW.matcher(filter));
        String range = from + " – " + (below == null ? "∞" : below);
        if (from != null && here.stream().allMatch(each -> each.compareTo(from) < 0)) {
            return Words.say("missing.later", name.group(1), range, from.getMajor() + "." + from.getMinor(), has);
        }
        if (below != null && here.stream().allMatch(each -> each.compareTo(below) >= 0)) {
            return Words.say("missing.earlier", name.group(1), range, has);
        }
        return Words.say("missing.version", name.group(1), range, has);
    }

    private static @Nullable Version version(Matcher matcher) {
        return matcher.find() ? Version.parseVersion(matcher.group(1)) : null;
    }

    private List<Version> versions(String name) {
        return Arrays.stream(context.getBundles())
                .flatMap(MissingWords::packages)
                .filter(attributes -> name.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(attributes -> attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .filter(Objects::nonNull)
                .map(version -> Version.parseVersion(String.valueOf(version)))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<java.util.Map<String, Object>> packages(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? Stream.empty()
                : revision.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .map(capability -> capability.getAttributes());
    }
}
