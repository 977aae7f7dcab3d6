package org.preau.sso.saml;

import java.net.URI;
import org.preau.core.saml.message.MessageWriter;
import org.preau.core.saml.message.Outbound;
import org.preau.core.saml.testing.StandInService;
import org.preau.core.saml.testing.TestKeys;

/** How the service answers logout requests from server to server; {@link #key} signs, {@link #agrees} says whether it worked. */
final class SamlPeer {
    static String key = "service";
    static boolean agrees = true;

    private SamlPeer() {}

    static byte[] logoutResponse(SamlWorld world, String request) {
        return Outbound.soap(
                new MessageWriter(world.clock)
                        .logoutResponse(StandInService.NAME, URI.create("https://quiz.example/soap"), request, agrees),
                TestKeys.signer(key));
    }
}
