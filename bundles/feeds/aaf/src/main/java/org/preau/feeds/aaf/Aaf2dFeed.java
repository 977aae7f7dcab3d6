package org.preau.feeds.aaf;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;

/** Reads archives AAF 2D, complete or delta, for pupils who go on to a collège. A feed of its own: the same jointure in 1D and 2D is two records. Safe on any thread. */
@Component(configurationPid = AafFeed.PID)
public final class Aaf2dFeed implements Feed {
    private final AafReader reader;

    /** Takes its settings; anything may stand there, an archive is compared with it later. */
    @Activate
    public Aaf2dFeed(AafConfig config) {
        this(config.academies(), config.degrees());
    }

    Aaf2dFeed(String academies, String degrees) {
        reader = new AafReader(Degree.SECOND, academies, degrees);
    }

    @Override
    public String name() {
        return "aaf2d";
    }

    @Override
    public LocalizedText label() {
        return AafReader.TEXTS.both("feed.aaf2d");
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
