package org.preau.core.admin.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.authorisation.GrantProposals;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.ProposalState;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Texts;
import org.preau.api.communication.CommunicationRules;
import org.preau.api.directory.Structure;
import org.preau.api.directory.identity.Identities;
import org.preau.api.directory.identity.LikenessState;
import org.preau.api.directory.identity.People;
import org.preau.api.directory.lifecycle.Lifecycle;
import org.preau.api.directory.request.AccountRequests;
import org.preau.api.directory.request.RequestState;
import org.preau.api.signin.Switchboard;

/** What waits for an administrator, in figures that are links (612A): only what he may decide. */
@Component(service = Waiting.class)
public final class Waiting {
    private static final Texts TEXTS = Texts.of(Waiting.class);
    private static final PageRequest NONE = PageRequest.first(1);
    private static final int SOON = 60;

    private final AccountRequests requests;
    private final Lifecycle lifecycle;
    private final Identities identities;
    private final GrantProposals proposals;
    private final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public Waiting(
            @Reference AccountRequests requests,
            @Reference Lifecycle lifecycle,
            @Reference Identities identities,
            @Reference GrantProposals proposals,
            @Reference Perimeters perimeters) {
        this.requests = requests;
        this.lifecycle = lifecycle;
        this.identities = identities;
        this.proposals = proposals;
        this.perimeters = perimeters;
    }

    /**
     * One figure.
     *
     * @param count how many
     * @param words what they are
     * @param href where they are
     * @param concern whether somebody has to decide something
     */
    public record Figure(long count, String words, String href, boolean concern) {}

    /** The figures for this user; empty for who administers nobody. */
    public List<Figure> of(UserContext user) {
        List<Figure> figures = new ArrayList<>();
        if (!perimeters.of(user, AccountRequests.MODERATE).isEmpty()) {
            decide(
                    figures,
                    user,
                    "requests",
                    requests.list(user.subject(), RequestState.ASKED, NONE).total(),
                    "requests");
        }
        if (!perimeters.of(user, Identities.MERGE).isEmpty()) {
            long pairs = identities
                    .likenesses(user.subject(), Optional.empty(), LikenessState.PROPOSED, NONE)
                    .total();
            decide(figures, user, "duplicates", pairs, "/app/rentree/duplicates");
        }
        long rights = perimeters.of(user, GrantRegister.GIVE).stream()
                .map(Structure::id)
                .mapToLong(place -> proposals
                        .list(user.subject(), place, Set.of(ProposalState.PROPOSED), Set.of(), NONE)
                        .total())
                .sum();
        if (rights > 0) {
            decide(figures, user, "proposals", rights, "grants");
        }
        if (!perimeters.of(user, Lifecycle.DEPARTURES).isEmpty()) {
            add(
                    figures,
                    user,
                    "departures",
                    lifecycle.departures(user.subject(), Optional.empty(), NONE).total());
            long ending = requests.expiring(user.subject(), Optional.empty(), SOON, NONE)
                    .total();
            decide(figures, user, "ending", ending, "departures");
        }
        return figures;
    }

    /** The ways into the console that this user has, as words and addresses. */
    public List<Figure> ways(UserContext user) {
        List<Figure> ways = new ArrayList<>();
        way(ways, user, People.READ, "people", "people");
        way(ways, user, AccountRequests.ASK, "ask", "requests");
        way(ways, user, GrantRegister.READ, "grants", "grants");
        way(ways, user, CommunicationRules.SET, "rules", "rules");
        way(ways, user, Lifecycle.DEPARTURES, "leaving", "departures");
        way(ways, user, Switchboard.ACT, "security", "security");
        return ways;
    }

    private void way(List<Figure> ways, UserContext user, String action, String key, String path) {
        if (!perimeters.of(user, action).isEmpty()) {
            ways.add(new Figure(0, word(user.locale(), "way." + key), ConsolePage.HOME + "/" + path, false));
        }
    }

    private static void decide(List<Figure> figures, UserContext user, String key, long count, String path) {
        String href = path.startsWith("/") ? path : ConsolePage.HOME + "/" + path;
        figures.add(new Figure(count, word(user.locale(), "waiting." + key, count), href, count > 0));
    }

    private static void add(List<Figure> figures, UserContext user, String key, long count) {
        figures.add(new Figure(
                count, word(user.locale(), "waiting." + key, count), ConsolePage.HOME + "/" + key, false));
    }

    private static String word(Locale locale, String key, Object... arguments) {
        return TEXTS.text(locale, key, arguments);
    }
}
