package org.preau.itests.bad;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.preau.api.app.PortalApplication;

/** Brings the bad application whose kind the bundle's manifest names. */
public final class BadActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Bad kind = Bad.valueOf(context.getBundle().getHeaders("").get("Bad-Kind"));
        if (kind == Bad.LEAKS) {
            Thread thread = new Thread(BadActivator::sleepForEver, "forgotten-by-leaks");
            thread.setDaemon(true);
            thread.start();
        }
        context.registerService(PortalApplication.class, new BadApplication(kind, context), null);
    }

    @Override
    public void stop(BundleContext context) {}

    /** Neither ends nor hears an interrupt. */
    static void sleepForEver() {
        CountDownLatch never = new CountDownLatch(1);
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
