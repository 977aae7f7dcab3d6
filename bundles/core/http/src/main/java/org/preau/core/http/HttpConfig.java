package org.preau.core.http;

/** Settings of {@code org.preau.core.http.cfg}, and the port of the server. */
@interface HttpConfig {
    /** {@code public.url}: scheme, host and port people reach the portal by; without it the loopback address. */
    String public_url() default "";

    /** {@code trusted.proxies}: networks whose X-Forwarded-For header is believed. */
    String[] trusted_proxies() default {};

    /** {@code org.osgi.service.http.port} of the server's own settings ({@code org.ops4j.pax.web.cfg}). */
    int org_osgi_service_http_port() default 8080;
}
