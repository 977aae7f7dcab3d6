package org.preau.apps.feeds.view;

import java.util.Set;
import org.preau.api.app.PortalApplication;
import org.preau.apps.feeds.FeedsApplication;
import org.preau.testkit.contract.PortalApplicationContract;

class FeedsContractTest extends PortalApplicationContract {
    @Override
    protected PortalApplication application() {
        return new FeedsApplication(Fakes.desk(new FakeFeeds(), Set.of("feed.read", "feed.apply")));
    }
}
