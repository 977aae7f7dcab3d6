package org.preau.feeds.aaf;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.LocalizedText;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;

/** Reads archives AAF 1D, complete or delta (SDET annexe 4bis; CCTP chapter 4). Safe on any thread. */
@Component(configurationPid = AafFeed.PID)
@Designate(ocd = AafConfig.class)
public final class AafFeed implements Feed {
    static final String PID = "org.preau.feeds.aaf";

    private final AafReader reader;

    /** Takes its settings; anything may stand there, an archive is compared with it later. */
    @Activate
    public AafFeed(AafConfig config) {
        this(config.academies(), config.degrees());
    }

    AafFeed(String academies, String degrees) {
        reader = new AafReader(Degree.FIRST, academies, degrees);
    }

    @Override
    public String name() {
        return "aaf";
    }

    @Override
    public LocalizedText label() {
        return AafReader.TEXTS.both("feed.aaf");
    }

    @Override
    public Map<String, Integer> read(Path file, FeedOptions options, FeedSink sink) {
        return reader.read(file, options, sink);
    }

    @Override
    public boolean deltas() {
        return true;
    }

    @Override
    public RecordForm form() {
        return reader;
    }
}
