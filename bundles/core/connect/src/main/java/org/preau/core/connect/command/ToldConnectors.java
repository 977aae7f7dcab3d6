package org.preau.core.connect.command;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.connector.ConnectorsChanged;
import org.preau.core.connect.ConnectorRegister;
import org.preau.core.connect.ConnectorRegister.Entry;
import org.preau.core.connect.ConnectorRegister.State;
import org.preau.core.connect.exchange.WhatLeaves;
import org.preau.core.connect.file.ConnectorFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the log, once, what an operator's connector file would let out, and what its category and protocol find wrong with it. (What is wrong with the file by itself is told where it is read.) A file
 * changed is told again.
 */
@Component
public final class ToldConnectors implements PortalEventListener<ConnectorsChanged> {
    private static final Logger log = LoggerFactory.getLogger(ToldConnectors.class);

    private final ConnectorRegister register;
    private final ConnectorFiles files;
    private final WhatLeaves leaves;
    private Set<String> told = Set.of();

    /** Tells of these. */
    @Activate
    public ToldConnectors(
            @Reference ConnectorRegister register, @Reference ConnectorFiles files, @Reference WhatLeaves leaves) {
        this.register = register;
        this.files = files;
        this.leaves = leaves;
    }

    @Override
    public Class<ConnectorsChanged> type() {
        return ConnectorsChanged.class;
    }

    @Override
    public synchronized void on(ConnectorsChanged event) {
        Set<String> before = told;
        Set<String> now = new HashSet<>();
        Set<String> read =
                files.all().stream().flatMap(file -> file.problems().stream()).collect(Collectors.toSet());
        for (Entry entry : register.entries()) {
            if (!entry.version().equals("file")) {
                continue;
            }
            if (entry.state() == State.ACTIVE) {
                entry.connector().map(leaves::summary).ifPresent(summary -> {
                    String line = "Connector " + entry.id() + " (" + entry.origin() + "): what would leave: " + summary;
                    if (now.add(line) && !before.contains(line)) {
                        log.info("{}", line);
                    }
                });
            }
            boolean waits = entry.state() == State.UNAVAILABLE || entry.state() == State.SUSPENDED;
            for (String problem : entry.problems()) {
                if (!waits && !read.contains(problem) && now.add(problem) && !before.contains(problem)) {
                    tell(entry, problem);
                }
            }
        }
        told = Set.copyOf(now);
    }

    private static void tell(Entry entry, String problem) {
        if (entry.serves()) {
            log.warn("Connector file {}", problem);
        } else {
            log.error("Connector file {}", problem);
        }
    }
}
