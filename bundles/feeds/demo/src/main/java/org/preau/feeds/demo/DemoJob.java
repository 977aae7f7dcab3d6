package org.preau.feeds.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.authorisation.Grants;
import org.preau.api.demo.DemoContent;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Structures;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.job.Job;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.LocalPasswords;
import org.preau.api.signin.SignIns;

/**
 * Makes the demonstration in the background, once for an instance: people, then accounts, then the contents of each application as it comes. Every step can be begun again after a kill.
 */
@Component(
        service = Job.class,
        immediate = true,
        configurationPid = DemoJob.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DemoConfig.class)
public final class DemoJob implements Job {
    static final String PID = "org.preau.demo";

    private static final String NAME = "demo.make";
    private static final String PEOPLE = "people";

    private final boolean enabled;
    private final Jobs jobs;
    private final Clock clock;
    private final DemoSteps steps;
    private final DemoPeople people;
    private final DemoAccounts accounts;
    private final List<DemoContent> contents = new CopyOnWriteArrayList<>();

    /** Asks for the work; does none here. */
    @Activate
    public DemoJob(
            DemoConfig config,
            @Reference(target = "(preau.unit=" + DemoUnit.NAME + ")") Tx tx,
            @Reference Jobs jobs,
            @Reference Clock clock,
            @Reference DirectoryLoads loads,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Accounts accounts,
            @Reference Grants grants,
            @Reference SignIns signIns,
            @Reference LocalPasswords passwords) {
        this.enabled = config.enabled();
        this.jobs = jobs;
        this.clock = clock;
        this.steps = new DemoSteps(tx, clock);
        this.people = new DemoPeople(loads, directory, structures, accounts, clock);
        this.accounts = new DemoAccounts(
                directory,
                structures,
                accounts,
                grants,
                new ReadyAccounts(accounts, signIns, passwords),
                new AccountsFile(
                        Path.of(System.getProperty("karaf.data", "data")).resolve("demo-accounts.json")));
        ask(PEOPLE);
    }

    /** An application with contents to show came. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindContent(DemoContent content) {
        contents.add(content);
        ask(content.name());
    }

    void unbindContent(DemoContent content) {
        contents.remove(content);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        if (!enabled) {
            return;
        }
        if (instance.equals(PEOPLE)) {
            makePeople();
        } else if (steps.done(PEOPLE)) {
            fill();
        }
    }

    private void makePeople() {
        if (!steps.done(PEOPLE)) {
            DemoCast cast = people.load();
            people.assignTeachers();
            accounts.make(cast);
            new DemoConnector(Path.of(System.getProperty("karaf.etc", "etc"))).write();
            steps.once(PEOPLE, () -> {});
        }
        fill();
    }

    private void fill() {
        for (DemoContent content : contents) {
            String step = "content:" + content.name();
            if (!steps.done(step)) {
                steps.once(step, () -> content.fill(people.world()));
            }
        }
    }

    private void ask(String instance) {
        if (enabled) {
            jobs.schedule(NAME, instance, clock.instant());
        }
    }
}
