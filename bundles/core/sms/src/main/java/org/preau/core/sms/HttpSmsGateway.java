package org.preau.core.sms;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.http.OutgoingCalls.Answer;
import org.preau.api.notification.MessageGateway;
import org.preau.api.supervision.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short messages by the provider's HTTP interface: one POST for each, JSON or form, with the headers and the body that the operator wrote. Neither numbers nor texts are logged. An answer of 400, 404 or 422 means
 * that this message never goes; any other but a 2xx, that none goes now.
 */
@Component(
        service = {MessageGateway.class, HealthCheck.class},
        configurationPid = "org.preau.core.sms",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmsConfig.class)
public final class HttpSmsGateway implements MessageGateway, HealthCheck {
    static final Texts TEXTS = Texts.of(HttpSmsGateway.class);

    private static final Logger log = LoggerFactory.getLogger(HttpSmsGateway.class);
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final List<Integer> NEVER = List.of(400, 404, 422);
    private static final int LONGEST = 160;
    private static final String HEADER = "header.";

    private final URI address;
    private final Template template;
    private final String from;
    private final String accepted;
    private final List<String> countries;
    private final Map<String, String> headers;
    private final DayBudget budget;
    private final OutgoingCalls calls;
    private volatile Health health = Health.UP;

    /**
     * By that provider.
     *
     * @throws IllegalArgumentException with what to mend, when the settings cannot work
     */
    @Activate
    public HttpSmsGateway(
            SmsConfig config, Map<String, Object> properties, @Reference OutgoingCalls calls, @Reference Clock clock) {
        address = address(config.url().strip());
        template = new Template(config.content_type().strip(), config.body());
        from = config.from().strip();
        accepted = config.accepted();
        countries = Arrays.stream(config.countries().split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        headers = headers(properties);
        budget = new DayBudget(config.day_most(), clock);
        this.calls = calls;
    }

    @Override
    public Kind kind() {
        return Kind.SMS;
    }

    @Override
    public boolean possible() {
        return true;
    }

    @Override
    public void send(Message message) {
        String number = message.to().replaceAll("[\\s.()-]", "");
        if (!NUMBER.matcher(number).matches()) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "number");
        }
        if (countries.stream().noneMatch(number::startsWith)) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "country");
        }
        if (message.text().isBlank() || message.text().length() > LONGEST) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "length", LONGEST);
        }
        if (!budget.take()) {
            throw away("the messages of the day are used up: day.most in org.preau.core.sms.cfg", null);
        }
        post(template.filled(number, from, message.text()));
    }

    private void post(byte[] body) {
        Answer answer;
        try {
            answer = calls.post(address, template.contentType(), body, headers);
        } catch (IOException e) {
            throw away(address.getHost() + " cannot be reached", e);
        }
        if (NEVER.contains(answer.status())) {
            log.warn("{} refused a short message with status {}", address.getHost(), answer.status());
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "refused");
        }
        if (!answer.ok()) {
            throw away(address.getHost() + " answered " + answer.status(), null);
        }
        if (!new String(answer.body(), StandardCharsets.UTF_8).contains(accepted)) {
            throw away(address.getHost() + " answered without what \"accepted\" wants", null);
        }
        health = Health.UP;
    }

    private PortalException away(String why, @Nullable Throwable cause) {
        health = Health.down(why);
        log.warn("a short message was not sent: {}", why);
        PortalException failure = new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "away");
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    @Override
    public String name() {
        return "sms";
    }

    /** How the last message fared. */
    @Override
    public Health health() {
        return health;
    }

    @Override
    public boolean vital() {
        return false;
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url);
            String host = String.valueOf(address.getHost());
            if ("https".equals(address.getScheme()) && address.getHost() != null
                    || "http".equals(address.getScheme())
                            && LOOPBACK.matcher(host).matches()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("org.preau.core.sms: url: not an address", e);
        }
        throw new IllegalArgumentException("org.preau.core.sms: url: write an https address (http on a loopback host)");
    }

    private static Map<String, String> headers(Map<String, Object> properties) {
        Map<String, String> headers = new TreeMap<>();
        properties.forEach((key, value) -> {
            String name = key.startsWith(".") ? key.substring(1) : key;
            if (name.startsWith(HEADER)) {
                headers.put(
                        name.substring(HEADER.length()), String.valueOf(value).strip());
            }
        });
        return Map.copyOf(headers);
    }
}
