package org.preau.core.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignInCounter;
import org.preau.api.signin.SignOutStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the browser goes after a sign-out: the pages of the steps, highest ranking first; then the counter's own provider, if it keeps a session too; at last where the user wanted to go. */
@Component(service = WayOut.class)
public final class WayOut {
    private static final Logger log = LoggerFactory.getLogger(WayOut.class);

    private final List<Ranked> steps = new CopyOnWriteArrayList<>();
    private final Counters counters;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    private record Ranked(SignOutStep step, int ranking, long age) {}

    /** For the service registry. */
    @Activate
    public WayOut(@Reference Counters counters) {
        this.counters = counters;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindStep(SignOutStep step, Map<String, ?> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
        long age = properties.get("service.id") instanceof Long number ? number : 0;
        steps.add(new Ranked(step, ranking, age));
    }

    void unbindStep(SignOutStep step) {
        steps.removeIf(ranked -> ranked.step() == step);
    }

    /** The first address; it leads on to the others. */
    String of(PortalSession ended, String last) {
        String next = counterOut(ended, last);
        List<Ranked> backwards = new ArrayList<>(steps);
        backwards.sort(Comparator.comparingInt(Ranked::ranking)
                .thenComparing(Comparator.comparingLong(Ranked::age).reversed()));
        for (Ranked ranked : backwards) {
            next = page(ranked.step(), ended, next);
        }
        return next;
    }

    /** The session is over already: a step that fails is left out. */
    private String page(SignOutStep step, PortalSession ended, String next) {
        try {
            return Containment.orNone(containment)
                    .call(step, Door.TELL, () -> step.page(ended, next))
                    .orElse(next);
        } catch (RuntimeException e) {
            log.warn("A step of the sign-out is left out", e);
            return next;
        }
    }

    private String counterOut(PortalSession ended, String last) {
        try {
            return counters.byId(ended.counter())
                    .flatMap(counter -> address(counter, ended, last))
                    .orElse(last);
        } catch (RuntimeException e) {
            log.warn("The counter {} does not end its own session", ended.counter(), e);
            return last;
        }
    }

    /** An address of the portal is told where to lead on to, as {@code return}; the provider's own cannot be. */
    private static Optional<String> address(SignInCounter counter, PortalSession ended, String last) {
        return counter.signOut(ended).map(address -> {
            String path = "/signin/" + counter.id();
            if (address.isAbsolute()) {
                requireHttp(address);
                return address.toASCIIString();
            }
            String own = address.toASCIIString();
            if (!own.matches(path + "([/?].*)?")) {
                throw new IllegalArgumentException("not below " + path + ": " + address.getPath());
            }
            return own + (own.contains("?") ? "&" : "?") + "return=" + URLEncoder.encode(last, StandardCharsets.UTF_8);
        });
    }

    private static void requireHttp(URI address) {
        if (!String.valueOf(address.getScheme()).matches("(?i)https?") || address.getHost() == null) {
            throw new IllegalArgumentException("no address of a provider: " + address.getScheme());
        }
    }
}
