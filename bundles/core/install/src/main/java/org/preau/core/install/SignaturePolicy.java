package org.preau.core.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.LocalizedText;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.Signature;

/**
 * Which signatures are asked for. A broken one is refused wherever it comes from. What nobody trusted has signed is refused on a page and from the catalogue, and allowed in the folder: who writes
 * there can also write to the settings and the trust store, so that refusing protects from a mistake only, and costs everybody who develops. Safe on any thread.
 */
@Component(service = SignaturePolicy.class, configurationPid = "org.preau.extensions")
@Designate(ocd = SignatureConfig.class)
public final class SignaturePolicy {
    private static final int REMEMBERED = 500;

    private final boolean uploadsMay;
    private final boolean folderMay;
    private final Path store;
    private final String password;
    private final Duration patience;
    private final Clock clock;
    private final Map<String, Signature> known = new ConcurrentHashMap<>();

    /** Takes the settings. */
    @Activate
    public SignaturePolicy(BundleContext context, SignatureConfig config) {
        this(config, Path.of(String.valueOf(context.getProperty("karaf.etc"))), Clock.systemUTC());
    }

    SignaturePolicy(SignatureConfig config, Path etc, Clock clock) {
        this.uploadsMay = allows("unsigned", config.unsigned());
        this.folderMay = allows("unsigned.deploy", config.unsigned_deploy());
        this.store = etc.resolve(config.trust_store());
        this.password = config.trust_password();
        this.patience = Duration.ofSeconds(Math.max(1, config.ready_seconds()));
        this.clock = clock;
    }

    /** How long an update may take to become ready. */
    Duration patience() {
        return patience;
    }

    /**
     * The verdict on a jar, remembered as long as neither it nor the trust store changes.
     *
     * @param hash of the jar
     */
    Signature of(Path jar, String hash) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                hash + "@" + changed(store),
                key -> JarSignatures.of(jar, TrustStore.read(store, password), Date.from(clock.instant())));
    }

    /** What speaks against a jar with that signature on that way. */
    Optional<LocalizedText> objection(Signature signature, ExtensionSource source) {
        boolean folder = source == ExtensionSource.DEPLOY_FOLDER;
        boolean lenient = source == ExtensionSource.RESTORED || (folder ? folderMay : uploadsMay);
        String key = folder ? "unsigned.deploy" : "unsigned";
        return switch (signature.state()) {
            case TRUSTED, SHIPPED -> Optional.empty();
            case BROKEN -> Optional.of(Words.say("sign.broken", signature.detail()));
            case UNKNOWN ->
                lenient
                        ? Optional.empty()
                        : Optional.of(Words.say("sign.unknown", signature.signer(), signature.detail(), key));
            case UNSIGNED -> lenient ? Optional.empty() : Optional.of(Words.say("sign.none", key));
        };
    }

    private static boolean allows(String key, String value) {
        return switch (value.strip()) {
            case "allow" -> true;
            case "refuse" -> false;
            default -> throw new IllegalArgumentException(key + " = " + value + ": want allow or refuse");
        };
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
