package org.preau.core.notification;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The mail server, in {@code org.preau.core.notification.cfg}; what is not named there is taken from {@code org.preau.signin.local.cfg}, then from {@code org.preau.core.feed.cfg}, where these keys stood once. Nothing is mailed while {@code smtp.host} is empty. */
@ObjectClassDefinition(name = "Mail", description = "The mail server of the portal")
@interface SmtpConfig {
    /** Key {@code mail.from}: sender. */
    @AttributeDefinition(name = "Mail from")
    String mail_from() default "preau@localhost";

    /** Key {@code smtp.host}: mail server; empty for none. */
    @AttributeDefinition(name = "SMTP host")
    String smtp_host() default "";

    /** Key {@code smtp.port}: its port. */
    @AttributeDefinition(name = "SMTP port", min = "1", max = "65535")
    int smtp_port() default 25;

    /** Key {@code smtp.security}: {@code none}, {@code starttls} (required) or {@code tls}. */
    @AttributeDefinition(name = "SMTP security")
    String smtp_security() default "none";

    /** Key {@code smtp.user}: account there; none when empty. */
    @AttributeDefinition(name = "SMTP user")
    String smtp_user() default "";

    /** Key {@code .smtp.password}: its password, best as {@code $[env:…]}; never shown. */
    @AttributeDefinition(name = "SMTP password")
    String _smtp_password() default "";
}
