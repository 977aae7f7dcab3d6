package org.preau.signin.local.factor;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.job.Jobs;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.signin.local.credential.GuardedDesk;
import org.preau.signin.local.credential.LocalConfig;
import org.preau.testkit.FakeKeys;
import org.preau.testkit.StandIn;

/** The desks of second factors, wired by hand. */
public final class Factory {
    /** The job that mails codes, of the desks made last. */
    public final MailedCodes mailed;

    /** The desks. */
    public final FactorDesks desks;

    /** Wires them. */
    public Factory(
            LocalConfig config,
            Tx tx,
            Accounts accounts,
            Directory directory,
            Mailbox mailbox,
            GuardedDesk guard,
            Audit audit,
            Clock clock,
            List<Grant> grants) {
        Keys keys = new FakeKeys();
        mailed = new MailedCodes(mailbox, tx, keys, accounts, directory, clock);
        Grants held = StandIn.of(Grants.class, (method, arguments) -> List.copyOf(grants));
        Jobs jobs = StandIn.of(Jobs.class, (method, arguments) -> {
            mailbox.asked.add((String) arguments[1]);
            return null;
        });
        desks = new FactorDesks(
                new StepDesk(config, tx, keys, accounts, held, mailed, jobs, clock),
                new FactorDesk(
                        tx,
                        keys,
                        mailed,
                        guard,
                        accounts,
                        audit,
                        new Passkeys(URI.create("https://ent.example")),
                        clock));
    }

    /** The code of an app now. */
    public static String codeOf(String secret, Clock clock) {
        byte[] bytes = org.bouncycastle.util.encoders.Base32.decode(secret.replace(" ", ""));
        return Totp.codeAt(bytes, clock.instant().getEpochSecond() / 30);
    }
}
