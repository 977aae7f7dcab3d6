package org.preau.bench;

import org.preau.driver.PlainClient;

/** One protocol as a service uses it for a user who is signed in. */
interface SsoFlow {
    /** Where a user who is not signed in would be sent. */
    String begin();

    /** Once from the service's redirect to what it learns of the user; throws when that goes wrong. */
    void once(PlainClient user) throws Exception;
}
