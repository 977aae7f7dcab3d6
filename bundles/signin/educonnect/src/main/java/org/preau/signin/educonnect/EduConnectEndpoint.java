package org.preau.signin.educonnect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Structures;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlCounters;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlProof;
import org.preau.api.signin.CounterRule;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignInCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counter ÉduConnect and its addresses below {@code /signin/educonnect}. ÉduConnect says by keys of the AAF who somebody is ({@code FrEduCtRefId}); several accounts are a choice, none is a page
 * that says whom to ask: nothing is created.
 */
@Component(
        service = {HttpEndpoint.class, SignInCounter.class},
        configurationPid = "org.preau.signin.educonnect",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EduConnectConfig.class)
public final class EduConnectEndpoint implements HttpEndpoint, SignInCounter {
    static final String ID = "educonnect";
    static final String CHOOSE = "/signin/educonnect/choose";

    private static final Logger log = LoggerFactory.getLogger(EduConnectEndpoint.class);
    private static final Texts TEXTS = Texts.of(EduConnectEndpoint.class);
    private static final String PATH = "/signin/educonnect";
    private static final String[] GOODBYE = {"FrEduUrlRetour", "urn:oid:1.3.6.1.4.1.20326.10.999.1.5"};

    private final SamlCounter saml;
    private final KnownAccounts known;
    private final AccountChoice choice;
    private final Pages pages;

    /** Opens the counter by its settings; complains when they are not enough. */
    @Activate
    public EduConnectEndpoint(
            EduConnectConfig config,
            @Reference SamlCounters counters,
            @Reference Accounts accounts,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Pages pages) {
        this.known = new KnownAccounts(
                accounts,
                Arrays.stream(config.feeds().split(","))
                        .map(String::strip)
                        .filter(feed -> !feed.isEmpty())
                        .toList());
        this.choice = new AccountChoice(directory, structures, pages);
        this.pages = pages;
        this.saml = counters.open(settings(config), this::arrived);
    }

    @Deactivate
    void close() {
        saml.close();
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("counter");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean serves(Profile profile) {
        return CounterRule.EDUCONNECT.profiles().contains(profile);
    }

    @Override
    public boolean available() {
        return saml.available();
    }

    @Override
    public Optional<URI> signOut(PortalSession ended) {
        return saml.signOut(ended);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        if (!path.equals(CHOOSE)) {
            saml.handle(request, response);
        } else if (request.getMethod().equals("POST")) {
            choose(request, response);
        } else {
            pages.seeOther(response, "/signin");
        }
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, String ticket, SamlProof proof)
            throws IOException {
        List<Account> accounts = known.of(proof);
        if (accounts.isEmpty()) {
            log.info(
                    "ÉduConnect: somebody is in no school of this portal; FrEduCtRefId with {} values of the AAF",
                    IdentityVector.read(proof.values("FrEduCtRefId")).size());
            saml.drop(ticket);
            choice.unknown(request, response);
        } else if (accounts.size() == 1) {
            saml.signIn(request, response, ticket, accounts.get(0).id(), goodbye(proof));
        } else {
            choice.ask(request, response, ticket, accounts);
        }
    }

    private void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.checkForm(request);
        String ticket = Objects.requireNonNullElse(request.getParameter("ticket"), "");
        SamlProof proof = saml.proof(request, ticket)
                .orElseThrow(() -> new PortalException(ErrorCode.FORBIDDEN, TEXTS, "choice.late"));
        String wanted = Objects.requireNonNullElse(request.getParameter("account"), "");
        Account account = known.of(proof).stream()
                .filter(one -> one.id().toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new PortalException(ErrorCode.FORBIDDEN, TEXTS, "choice.none"));
        saml.signIn(request, response, ticket, account.id(), goodbye(proof));
    }

    /** Only an address of https is believed, though a signature covers it. */
    static Optional<URI> goodbye(SamlProof proof) {
        return proof.values(GOODBYE).stream()
                .filter(address -> address.matches("https://[\\w.-]+(:\\d{1,5})?(/[\\w./?&=%~+:;,@-]*)?"))
                .findFirst()
                .flatMap(EduConnectEndpoint::address);
    }

    private static Optional<URI> address(String written) {
        try {
            return Optional.of(new URI(written));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static SamlCounters.Settings settings(EduConnectConfig config) {
        Optional<String> url = text(config.metadata_url());
        Optional<String> file = text(config.metadata_file());
        if (url.isPresent() == file.isPresent()) {
            throw new IllegalArgumentException(
                    "org.preau.signin.educonnect.cfg: write metadata.url or metadata.file, one of them");
        }
        return new SamlCounters.Settings(
                ID,
                text(config.entity_id()),
                new SamlParties.Source(
                        "signin.educonnect",
                        SamlParties.Role.IDENTITY_PROVIDER,
                        url.map(URI::create),
                        file.map(Path::of),
                        text(config.provider_entity_id()),
                        text(config.metadata_certificate()).map(Path::of)));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }
}
