package org.preau.signin.local.factor;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was asked of the job that mails codes. */
public final class Mailbox {
    /** Jobs asked for, not run. */
    public final List<String> asked = new ArrayList<>();

    /** The mail server's host; empty for none. */
    public String host = "";

    /** Its port. */
    public int port = 25;

    CodeMailConfig config() {
        return (CodeMailConfig) Proxy.newProxyInstance(
                CodeMailConfig.class.getClassLoader(),
                new Class<?>[] {CodeMailConfig.class},
                (proxy, called, arguments) -> called.getName().equals("smtp_host")
                        ? host
                        : called.getName().equals("smtp_port")
                                ? port
                                : Map.of().getOrDefault(called.getName(), called.getDefaultValue()));
    }
}
